import { readFile, realpath } from "node:fs/promises";
import { dirname } from "node:path";
import {
  HoldfastError,
  holdAlone,
  InvalidInput,
  messageOf,
  type NewFile,
  orRefused,
  replaceFile,
  syncFile,
  writeNewFiles,
} from "#platform";
import type { VerifierKey } from "#tlog";
import { parseState, printState, type WitnessState } from "./state.ts";

const stateMode = 0o644; // nothing in it is secret

const remedy =
  "Put back the file as it was at the last moment. An older copy, or an empty one, would let this witness cosign a " +
  "second history of a log, and that is what it is there to prevent. If the file is lost, make a new key with its " +
  "state (holdfast witness key NAME --key FILE --state FILE), and give the logs its verifier keys in place of the old.";

export class StateUnusable extends InvalidInput {
  constructor(file: string, reason: string) {
    super(
      "witness_state_unusable",
      `The witness's state ${file} can't be used: ${reason}. ${remedy}`,
    );
  }
}

export class StateInUse extends InvalidInput {
  constructor(file: string) {
    super(
      "witness_state_in_use",
      `Another witness is running on ${file}. Stop it first. Two witnesses never share a state or a key: make a key for each.`,
    );
  }
}

/** Somebody else wrote the file of a running witness. From then on it cosigns nothing. */
export class StateChanged extends HoldfastError {
  readonly code = "witness_state_changed";
  readonly refusal = "unavailable";
  constructor(file: string) {
    super(`The state ${file} was changed while this witness was running. Stop it. ${remedy}`);
  }
}

/** Writes a text in place of the file's, durably: `replaceFile`, or in a test something that fails. */
type Write = (file: string, text: string, mode: number) => Promise<void>;

type Kept = { text: string; state: WitnessState };

/**
 * The state of a witness that has never cosigned. It is made beside a new key and at no other time.
 * @param beside that key's file, which is written when the state is
 */
export async function createState(
  file: string,
  keys: readonly VerifierKey[],
  ...beside: readonly NewFile[]
): Promise<void> {
  const content = printState(keys, new Map());
  await writeNewFiles([...beside, { file, content, mode: stateMode }]);
  await syncFile(file);
  await syncFile(dirname(file));
}

/** The file in which a witness remembers, held by this process alone until it ends. */
export class StateFile {
  readonly release: () => void;
  readonly #file: string;
  readonly #keys: readonly VerifierKey[];
  readonly #write: Write;
  #kept: Kept;
  /** What was being written when writing failed: the disk holds this, or what was kept. */
  #tried: Kept | undefined;

  /** @throws {StateInUse | StateUnusable} */
  static async open(
    given: string,
    keys: readonly VerifierKey[],
    write: Write = replaceFile,
  ): Promise<StateFile> {
    const file = await realpath(given).catch((error) => {
      throw new StateUnusable(given, error.code === "ENOENT" ? "it isn't there" : error.message);
    });
    const release = await holdAlone(file, () => new StateInUse(file));
    try {
      const text = await orRefused(file, readFile(file, "utf8"));
      const kept = { text, state: stateIn(file, text, keys) };
      // A process that was killed may have renamed it and not synced it: what is answered from it must last.
      await syncFile(file);
      await syncFile(dirname(file));
      return new StateFile(file, keys, kept, release, write);
    } catch (error) {
      release();
      throw error;
    }
  }

  private constructor(
    file: string,
    keys: readonly VerifierKey[],
    kept: Kept,
    release: () => void,
    write: Write,
  ) {
    this.#file = file;
    this.#keys = keys;
    this.#kept = kept;
    this.release = release;
    this.#write = write;
  }

  /** What is on disk, and stays there. @throws {StateChanged} when it is neither what was kept nor what was tried */
  async current(): Promise<WitnessState> {
    const found = await readFile(this.#file, "utf8").catch(() => undefined);
    // Failed, but persisted: it is written once more, so that it lasts.
    if (this.#tried !== undefined && found === this.#tried.text)
      await this.replace(this.#tried.state);
    else if (found !== this.#kept.text) throw new StateChanged(this.#file);
    return this.#kept.state;
  }

  /** When it throws, the disk holds the old state or the new one, and `current` finds out which. */
  async replace(state: WitnessState): Promise<void> {
    const text = printState(this.#keys, state);
    this.#tried = { text, state };
    await this.#write(this.#file, text, stateMode);
    this.#kept = this.#tried;
    this.#tried = undefined;
  }
}

function stateIn(file: string, text: string, keys: readonly VerifierKey[]): WitnessState {
  try {
    return parseState(text, keys);
  } catch (error) {
    throw new StateUnusable(file, messageOf(error));
  }
}
