import { createConnection, type Socket } from "node:net";
import { placeOf } from "./additional-data.ts";
import { FrameReader, sendFrame } from "./frame.ts";
import type {
  DecryptRequest,
  Encrypted,
  EncryptRequest,
  FingerprintRequest,
  IndexRequest,
  Keykeeper,
  ReplaceRequest,
  ShredRequest,
  Signed,
  TestRequest,
} from "./keykeeper.ts";
import {
  type Answer,
  base64,
  hello,
  helloSchema,
  inFrames,
  RemoteRefusal,
  readAnswer,
} from "./protocol.ts";
import { isTooLong, KeykeeperAway, refuseTooLong } from "./refusals.ts";

const connectWaitMs = 2_000;
const answerWaitMs = 15_000; // a token is slow, and answers one after another

type Done = Extract<Answer, { is: "done" }>;
type Waiting = { resolve(done: Done): void; reject(error: Error): void; timer: NodeJS.Timeout };

/**
 * A keykeeper behind a unix socket. It connects when it is first asked, and again after the connection broke. Whatever
 * goes wrong in between is `KeykeeperAway`, which shows nothing; a request that was sent is never sent again.
 */
export class RemoteKeykeeper implements Keykeeper {
  readonly #path: string;
  #connection: Promise<Connection> | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  async encrypt(request: EncryptRequest): Promise<Encrypted> {
    const [encrypted] = await this.encryptMany([request]);
    if (!encrypted) throw new KeykeeperAway();
    return encrypted;
  }

  async encryptMany(requests: readonly EncryptRequest[]): Promise<Encrypted[]> {
    return (await this.encryptChanged(requests)).map((encrypted) => {
      if (!encrypted) throw new KeykeeperAway();
      return encrypted;
    });
  }

  async encryptChanged(requests: readonly ReplaceRequest[]): Promise<(Encrypted | undefined)[]> {
    for (const { value } of requests) refuseTooLong(value);
    const portions = [...inFrames(requests)].map((some) => this.#encrypt(some.map(replacing)));
    return (await Promise.all(portions)).flat();
  }

  async blindIndex(request: IndexRequest): Promise<Uint8Array | undefined> {
    const { table, field, kind, value } = request;
    return (await this.#ask({ act: "index", table, field, kind, value })).index;
  }

  async blindIndexes(requests: readonly IndexRequest[]): Promise<(Uint8Array | undefined)[]> {
    return await this.#hash("indexes", requests, ({ table, field, kind, value }) => ({
      ...{ table, field, kind, value },
    }));
  }

  async fingerprints(requests: readonly FingerprintRequest[]): Promise<(Uint8Array | undefined)[]> {
    return await this.#hash("fingerprints", requests, ({ table, field, client, value }) => ({
      ...{ table, field, client, value },
    }));
  }

  async decrypt(request: DecryptRequest): Promise<string> {
    const { value } = await this.#ask({ act: "decrypt", ...readingOf(request) });
    if (value === undefined) throw new KeykeeperAway();
    return value;
  }

  async test({ kind, test, ...request }: TestRequest): Promise<boolean> {
    const { holds } = await this.#ask({ act: "test", ...readingOf(request), kind, test });
    if (holds === undefined) throw new KeykeeperAway();
    return holds;
  }

  async attest(statement: string): Promise<Uint8Array> {
    const { signature } = await this.#ask({ act: "attest", statement });
    if (!signature) throw new KeykeeperAway();
    return signature;
  }

  async shred({ client, event }: ShredRequest): Promise<void> {
    await this.#ask({ act: "shred", client, event });
  }

  async ready(): Promise<void> {
    await this.#ask({ act: "ready" });
  }

  async close(): Promise<void> {
    const connection = await this.#connection?.catch(() => undefined);
    connection?.end();
  }

  async #encrypt(values: object[]): Promise<(Encrypted | undefined)[]> {
    const { encrypted } = await this.#ask({ act: "encrypt", values });
    if (encrypted?.length !== values.length) throw new KeykeeperAway();
    return encrypted.map((one) => one ?? undefined);
  }

  /** One frame after the other: the keykeeper answers whoever else asks in between. What is too long isn't sent. */
  async #hash<Request extends { value: string }>(
    act: "indexes" | "fingerprints",
    requests: readonly Request[],
    sent: (request: Request) => object,
  ): Promise<(Uint8Array | undefined)[]> {
    const hashes: (Uint8Array | undefined)[] = [];
    for (const some of inFrames(requests.filter(({ value }) => !isTooLong(value)))) {
      const answer = (await this.#ask({ act, values: some.map(sent) })).hashes;
      if (answer?.length !== some.length) throw new KeykeeperAway();
      hashes.push(...answer.map((hash) => hash ?? undefined));
    }
    let next = 0;
    return requests.map(({ value }) => (isTooLong(value) ? undefined : hashes[next++]));
  }

  async #ask(request: object): Promise<Done> {
    this.#connection ??= Connection.open(this.#path, () => {
      this.#connection = undefined;
    });
    return await (await this.#connection).ask(request);
  }
}

function replacing({ table, field, client, version, kind, value, known }: ReplaceRequest): object {
  const sent = { table, field, client, version, kind, value };
  return known ? { ...sent, known: base64(known) } : sent;
}

/** What the protocol names and nothing else: callers may hold more beside it. */
function readingOf({ event, ciphertext, evidence, ...place }: DecryptRequest): object {
  const signed = evidence && {
    ...signedOf(evidence),
    second: evidence.second && signedOf(evidence.second),
  };
  return { ...placeOf(place), event, ciphertext: base64(ciphertext), evidence: signed };
}

function signedOf({ statement, signature }: Signed): object {
  return { statement, signature: base64(signature) };
}

class Connection {
  readonly #socket: Socket;
  readonly #waiting = new Map<number, Waiting>();
  #number = 0;

  private constructor(socket: Socket) {
    this.#socket = socket;
  }

  /** Connects and exchanges the hello. @param onEnd told when it is over, also when it never began */
  static async open(path: string, onEnd: () => void): Promise<Connection> {
    const socket = createConnection(path);
    const connection = new Connection(socket);
    return await new Promise((resolve, reject) => {
      const reader = new FrameReader();
      let isGreeted = false;
      const take = (message: unknown) => {
        if (isGreeted) return connection.#take(readAnswer(message));
        helloSchema.parse(message);
        isGreeted = true;
        socket.setTimeout(0);
        resolve(connection);
      };
      socket.setTimeout(connectWaitMs, () => socket.destroy());
      socket.on("error", () => socket.destroy());
      socket.on("close", () => {
        onEnd();
        connection.#giveUp();
        reject(new KeykeeperAway());
      });
      socket.on("data", (piece: Buffer) => {
        try {
          for (const message of reader.take(piece)) take(message);
        } catch {
          socket.destroy();
        }
      });
      sendFrame(socket, hello);
    });
  }

  ask(request: object): Promise<Done> {
    if (this.#socket.destroyed) throw new KeykeeperAway();
    this.#number += 1;
    const number = this.#number;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => this.#settle(number)?.reject(new KeykeeperAway()),
        answerWaitMs,
      );
      this.#waiting.set(number, { resolve, reject, timer });
      sendFrame(this.#socket, { number, ...request });
    });
  }

  end(): void {
    this.#socket.end();
  }

  #take(answer: Answer): void {
    const waiting = this.#settle(answer.number);
    if (answer.is === "done") waiting?.resolve(answer);
    else if (answer.is === "refused") waiting?.reject(new RemoteRefusal(answer));
    else waiting?.reject(new KeykeeperAway());
  }

  #settle(number: number): Waiting | undefined {
    const waiting = this.#waiting.get(number);
    this.#waiting.delete(number);
    clearTimeout(waiting?.timer);
    return waiting;
  }

  #giveUp(): void {
    for (const number of [...this.#waiting.keys()]) {
      this.#settle(number)?.reject(new KeykeeperAway());
    }
  }
}
