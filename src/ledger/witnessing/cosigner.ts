import { type Clock, HoldfastError, type Log } from "#platform";
import {
  type AddCheckpoint,
  type Note,
  parseCheckpoint,
  parseNote,
  printNote,
  type Signer,
  signText,
  type VerifierKey,
  verifyNote,
  type WitnessAnswer,
  witness,
} from "#tlog";
import type { KnownLogs } from "./known-logs.ts";
import type { WitnessState } from "./state.ts";

const waitingMax = 100;

export type CosignerOptions = {
  /** The witness's keys. One of them is for Ed25519. */
  signers: readonly Signer[];
  logs: KnownLogs;
  /** Where it remembers. `replace` returns when the new state outlives a crash. */
  memory: { current(): Promise<WitnessState>; replace(state: WitnessState): Promise<void> };
  clock: Clock;
  log: Log;
};

export class TooManyWaiting extends HoldfastError {
  readonly code = "witness_busy";
  readonly refusal = "unavailable";
  constructor() {
    super(`${waitingMax} requests are waiting for this witness. Try again in a moment.`);
  }
}

/** A witness at work: it judges one request after the other, and remembers before it answers. */
export class Cosigner {
  readonly #options: CosignerOptions;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  constructor(options: CosignerOptions) {
    this.#options = options;
  }

  /**
   * What a tlog-witness answers. When it throws, no cosignature was made known.
   * @throws {TooManyWaiting} and what the memory throws
   */
  async answer(request: AddCheckpoint): Promise<WitnessAnswer> {
    if (this.#waiting >= waitingMax) throw new TooManyWaiting();
    this.#waiting += 1;
    // tlog-witness: comparing with the latest checkpoint and storing the new one "must be performed atomically".
    const answering = this.#last.then(() => this.#answerAlone(request));
    this.#last = answering.catch(() => {});
    try {
      return await answering;
    } finally {
      this.#waiting -= 1;
    }
  }

  async #answerAlone(request: AddCheckpoint): Promise<WitnessAnswer> {
    const { logs, memory, log } = this.#options;
    const state = await memory.current();
    const judged = witness(request, (origin) => knownOf(origin, logs, state));
    if (judged.is !== "consistent") {
      if (judged.is === "forked") {
        log.error({ evidence: evidenceIn(request, logs, state) }, "two histories");
      } else {
        log.info(judged, "refused");
      }
      return judged;
    }
    const { checkpoint, note } = judged;
    const { origin, size, root, extensions } = checkpoint;
    // ML-DSA-44 doesn't cover extension lines (tlog-cosignature), so only Ed25519 vouches for such a checkpoint.
    const lines = this.#options.signers
      .filter(({ key }) => extensions.length === 0 || key.type !== "ml-dsa-44-cosignature")
      .map((signer) => signText(signer, note.text, this.#options.clock()));
    // An equal size has an equal root, or it would have been refused: there is nothing new to remember.
    if (state.get(origin)?.size !== size) {
      const signed = printNote({
        text: note.text,
        signatures: [...linesBy(logs.get(origin) ?? [], note), ...lines],
      });
      await memory.replace(new Map(state).set(origin, { size, root, signed }));
    }
    log.info({ origin, size }, "cosigned");
    return { is: "cosigned", lines };
  }
}

function knownOf(origin: string, logs: KnownLogs, state: WitnessState) {
  const keys = logs.get(origin);
  const latest = state.get(origin);
  return keys && (latest === undefined ? { keys } : { keys, latest });
}

/** Two checkpoints that prove that the log signed two roots for one size: the one that is known, and the one asked. */
function evidenceIn({ signed }: AddCheckpoint, logs: KnownLogs, state: WitnessState): string[] {
  const note = parseNote(signed);
  const { origin } = parseCheckpoint(note.text);
  const signatures = [...linesBy(logs.get(origin) ?? [], note)];
  return [state.get(origin)?.signed ?? "", printNote({ text: note.text, signatures })];
}

/**
 * One line for each of the keys that signed. What strangers added stays out: a forged line in this witness's name
 * would make the stored checkpoint unreadable.
 */
function linesBy(keys: readonly VerifierKey[], note: Note) {
  return new Map(verifyNote(note, keys).map(({ key, line }) => [key, line])).values();
}
