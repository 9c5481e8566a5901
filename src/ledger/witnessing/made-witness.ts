import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openLog } from "#platform";
import { type Hash, parseKey, printAddCheckpoint } from "#tlog";
import { Cosigner } from "./cosigner.ts";
import { witnessRoutes } from "./routes-witness.ts";
import { createState, StateFile } from "./state-file.ts";
import { makeWitnessKey, signersOf } from "./witness-key.ts";

const name = "witness.example/one";

/** For tests: a witness in a directory of its own, put together as `holdfast witness` does, without a port. */
export async function makeWitness(
  logs: readonly { origin: string; vkey: string }[],
  write?: Parameters<typeof StateFile.open>[2],
) {
  const directory = await mkdtemp(join(tmpdir(), "holdfast-witness-"));
  const file = join(directory, "state.json");
  const signers = signersOf(makeWitnessKey(name));
  const keys = signers.map(({ key }) => key);
  const known = new Map(logs.map(({ origin, vkey }) => [origin, [parseKey(vkey)]]));
  const evidence: string[] = [];
  const log = openLog("silent");
  log.error = (...[line]: unknown[]) => {
    if (typeof line === "object" && line !== null && "evidence" in line) {
      evidence.push(...[line.evidence].flat().map(String));
    }
  };
  const clock = () => new Date("2026-11-20T12:00:00Z");
  const open = async () => {
    const memory = await StateFile.open(file, keys, write);
    const cosigner = new Cosigner({ signers, logs: known, memory, clock, log });
    return { memory, cosigner, routes: witnessRoutes(name, cosigner, log) };
  };
  await createState(file, keys);
  let running = await open();
  const post = async (body: string | Uint8Array<ArrayBuffer>) => {
    const response = await running.routes.request("/add-checkpoint", { method: "POST", body });
    const contentType = response.headers.get("content-type");
    return { status: response.status, contentType, body: await response.text() };
  };
  return {
    file,
    keys,
    post,
    /** What it logged of two histories. */
    evidence,
    /** Asks for a cosignature, and says what came back. */
    add: (oldSize: number, proof: readonly Hash[], signed: string) =>
      post(printAddCheckpoint({ oldSize, proof, signed })),
    running: () => running,
    /** Ends as a kill does, and starts again. */
    async restart() {
      running.memory.release();
      running = await open();
    },
    async [Symbol.asyncDispose]() {
      running.memory.release();
      await rm(directory, { recursive: true });
    },
  };
}
