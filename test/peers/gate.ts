import { type AddressInfo, connect, createServer } from "node:net";
import { pipeline, Transform } from "node:stream";

/** What stands before a server and can keep everything back that goes either way, as if its process stood still. */
export class Gate implements AsyncDisposable {
  #passing = Promise.withResolvers<void>();
  readonly #server = createServer({ allowHalfOpen: true });

  /** @returns the address to ask instead of the server's */
  async open(behind: string): Promise<string> {
    this.let(true);
    this.#server.on("connection", (incoming) => {
      const outgoing = connect({ host: "127.0.0.1", port: Number(new URL(behind).port) });
      pipeline(incoming, this.#held(), outgoing, () => {});
      pipeline(outgoing, this.#held(), incoming, () => {});
    });
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  let(isPassing: boolean): void {
    if (isPassing) this.#passing.resolve();
    else this.#passing = Promise.withResolvers();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.let(true);
    this.#server.close();
  }

  #held(): Transform {
    return new Transform({
      transform: (chunk, _, done) => void this.#passing.promise.then(() => done(null, chunk)),
    });
  }
}
