import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { parsePolicy, type VerifierKey } from "#tlog";

const program = fileURLToPath(new URL("../bin/holdfast.js", import.meta.url));
const run = promisify(execFile);

/** A witness as a person runs it, killed and started again. */
export class WitnessProcess {
  readonly keys: readonly VerifierKey[];
  url = "";
  readonly #directory: string;
  readonly #files: readonly string[];
  #child: ChildProcess | undefined;

  private constructor(directory: string, files: readonly string[], keys: readonly VerifierKey[]) {
    this.#directory = directory;
    this.#files = files;
    this.keys = keys;
  }

  static async make(): Promise<WitnessProcess> {
    const directory = await mkdtemp(join(tmpdir(), "holdfast-witness-"));
    const files = ["--key", join(directory, "key.json"), "--state", join(directory, "state.json")];
    const words = [program, "witness", "key", "witness.example", ...files];
    const { stdout } = await run(process.execPath, words);
    const { witnesses } = parsePolicy(`${stdout}quorum witness.example\n`);
    return new WitnessProcess(
      directory,
      files,
      witnesses.map(({ key }) => key),
    );
  }

  /** Starts it and waits until it says where it is. */
  async start({ origin, vkey }: { origin: string; vkey: string }): Promise<void> {
    const followed = ["--log", `${origin}=${vkey}`];
    const words = [program, "witness", "--listen", "127.0.0.1:0", ...this.#files, ...followed];
    const child = spawn(process.execPath, words, { stdio: ["ignore", "ignore", "pipe"] });
    this.#child = child;
    const said: string[] = [];
    for await (const line of createInterface({ input: child.stderr })) {
      said.push(line);
      this.url = / is on (\S+)/.exec(line)?.[1] ?? "";
      if (this.url !== "") return;
    }
    throw new Error(`The witness didn't start: ${said.join("\n")}`);
  }

  async kill(): Promise<void> {
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, "exit");
    child.kill("SIGKILL");
    await exited;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill();
    await rm(this.#directory, { recursive: true });
  }
}
