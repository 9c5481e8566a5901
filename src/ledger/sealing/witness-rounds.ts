import { setTimeout as sleep } from "node:timers/promises";
import { type Clock, type Database, type Log, messageOf } from "#platform";
import {
  consistencyProof,
  nodesIn,
  type Policy,
  parseCheckpoint,
  parseNote,
  printAnswer,
  tilesForConsistency,
} from "#tlog";
import { fetchTiles } from "../tree.ts";
import {
  type Ask,
  type Cosigning,
  cosign,
  isAlarm,
  type WitnessToAsk,
  witnessesToAsk,
} from "../witnessing/index.ts";
import {
  addCosignatures,
  type KeptCheckpoint,
  lastWitnessedSize,
  newestCheckpoint,
} from "./store.ts";

const roundEveryMs = 2_000;
const askAgainAfterMs = 30_000;
const timeoutMs = 5_000;
const part = { part: "witnesses" };
const rolledBack = "a witness has lost its memory: it may vouch for another history";

export type WitnessRoundsOptions = {
  database: Database;
  clock: Clock;
  log: Log;
  policy: Policy;
  ask: Ask;
  /** Whether this process seals: the others leave the asking to it. */
  isSealing(): boolean;
};

/** Shows the newest kept head to each witness until it has cosigned it. A witness that fails is asked again later. */
export class WitnessRounds {
  readonly #options: WitnessRoundsOptions;
  readonly #witnesses: readonly WitnessToAsk[];
  readonly #notBefore = new Map<string, number>();

  constructor(options: WitnessRoundsOptions) {
    this.#options = options;
    this.#witnesses = witnessesToAsk(options.policy);
  }

  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && this.#witnesses.length > 0) {
      if (this.#options.isSealing()) await this.askOnce().catch((error) => this.#tell(error));
      await sleep(roundEveryMs, undefined, { signal }).catch(() => {});
    }
  }

  /** One round. */
  async askOnce(): Promise<void> {
    const checkpoint = await newestCheckpoint(this.#options.database);
    if (!checkpoint) return;
    await Promise.all(this.#witnesses.map((witness) => this.#askFor(checkpoint, witness)));
  }

  async #askFor({ size, note }: KeptCheckpoint, witness: WitnessToAsk): Promise<void> {
    const { database, clock, log, ask } = this.#options;
    const { origin } = parseCheckpoint(parseNote(note).text);
    const oldSize = await lastWitnessedSize(database, witness.url, origin);
    const nowMs = clock().getTime();
    if (oldSize === size || nowMs < (this.#notBefore.get(witness.url) ?? 0)) return;
    this.#notBefore.set(witness.url, nowMs + askAgainAfterMs);
    const result = await cosign({
      witness,
      signed: note,
      oldSize: oldSize ?? 0,
      prove: (from) => proveConsistency(database, from, size),
      ask,
      timeoutMs,
    });
    if (result.is !== "cosigned") return tell(log, witness, size, result);
    const { lines, cosignedAt, from } = result;
    if (from < (oldSize ?? 0))
      log.error({ ...part, witness: witness.url, from, oldSize }, rolledBack);
    const text = printAnswer({ is: "cosigned", lines }).body;
    await addCosignatures(database, size, witness.url, text, new Date(cosignedAt * 1000));
    this.#notBefore.delete(witness.url);
  }

  #tell(error: unknown): void {
    this.#options.log.error(part, messageOf(error));
  }
}

function tell(
  log: Log,
  { url }: WitnessToAsk,
  size: number,
  result: Exclude<Cosigning, { is: "cosigned" }>,
): void {
  const about = { ...part, witness: url, size, answer: result };
  if (isAlarm(result)) log.error(about, "a witness knows another history of this log");
  else log.warn(about, "a witness didn't cosign");
}

async function proveConsistency(database: Database, oldSize: number, size: number) {
  const tiles = await fetchTiles(database, tilesForConsistency(oldSize, size));
  return consistencyProof(oldSize, size, nodesIn(tiles, size));
}
