import assert from "node:assert/strict";
import { randomInt } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { parseAnswer, parseNote, printAddCheckpoint, verifyNote, type WitnessAnswer } from "#tlog";
import { MadeLog } from "./made-log.ts";
import { WitnessProcess } from "./witness-process.ts";

const lifeMsMax = 300;
const growthMax = 3;

/** The root of each size that the witness vouched for, in base64, as far as its answers came back. */
type Vouched = Map<number, string>;

/**
 * Kills a witness at random moments, round after round, while four ask it at once. The log shows two histories in each
 * round, and both are tried from whatever size the witness names.
 * @returns how many cosignatures came back
 */
export async function killWitness(rounds: number): Promise<number> {
  await using witness = await WitnessProcess.make();
  const vouched: Vouched = new Map();
  let histories = [MadeLog.make()];
  let cosignatures = 0;
  for (let round = 0; round < rounds; round++) {
    const [log = assert.fail()] = histories;
    await witness.start(log);
    const size = await sizeOf(witness, log);
    assert.ok(size >= largestOf(vouched), `round ${round}: it is back at ${size}`);
    const current = await historyOf(witness, size, histories);
    histories = [current, current.forkedAt(size, `round ${round}`)];
    const asking = [...histories, ...histories].map((history) => askOn(witness, history, vouched));
    const counted = Promise.all(asking);
    await Promise.race([sleep(randomInt(lifeMsMax)), counted]);
    await witness.kill();
    for (const count of await counted) cosignatures += count;
  }
  return cosignatures;
}

/** Asks for one cosignature after the other until nobody answers any more. */
async function askOn(witness: WitnessProcess, log: MadeLog, vouched: Vouched): Promise<number> {
  let oldSize = 0;
  for (let cosignatures = 0; ; ) {
    const size = oldSize + randomInt(growthMax);
    const atLeast = largestOf(vouched);
    const answer = await add(witness, log, oldSize, size).catch(() => undefined);
    if (answer === undefined) return cosignatures;
    if (answer.is === "stale") oldSize = answer.latestSize;
    if (answer.is !== "cosigned") continue;
    const { text } = parseNote(log.checkpoint(size));
    assert.equal(verifyNote({ text, signatures: answer.lines }, witness.keys).length, 2);
    const root = Buffer.from(log.root(size)).toString("base64");
    assert.equal(vouched.get(size) ?? root, root, `two histories of size ${size}`);
    assert.ok(size >= atLeast, `it cosigned ${atLeast}, and then ${size}`);
    vouched.set(size, root);
    cosignatures += 1;
    oldSize = size;
  }
}

async function sizeOf(witness: WitnessProcess, log: MadeLog): Promise<number> {
  const answer = await add(witness, log, 0, 0);
  return answer.is === "stale" ? answer.latestSize : 0;
}

/** The history that the witness stands at: of an answer that was lost, only it knows. */
async function historyOf(witness: WitnessProcess, size: number, histories: MadeLog[]) {
  const answers = await Promise.all(histories.map((history) => add(witness, history, size, size)));
  return histories[answers.findIndex(({ is }) => is === "cosigned")] ?? assert.fail();
}

async function add(
  { url }: WitnessProcess,
  log: MadeLog,
  oldSize: number,
  size: number,
): Promise<WitnessAnswer> {
  const proof = log.proof(oldSize, size);
  const body = printAddCheckpoint({ oldSize, proof, signed: log.checkpoint(size) });
  const response = await fetch(`${url}/add-checkpoint`, { method: "POST", body });
  const contentType = response.headers.get("content-type") ?? "";
  return parseAnswer({ status: response.status, contentType, body: await response.text() });
}

function largestOf(vouched: Vouched): number {
  return Math.max(0, ...vouched.keys());
}
