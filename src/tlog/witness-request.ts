import type { Hash } from "./hash.ts";
import { noteBytesMax } from "./note.ts";
import { parseProof, printProof } from "./proof-lines.ts";
import { refuse } from "./refusal.ts";
import { checkSize, parseDecimal } from "./size.ts";
import { readText, type TextSource } from "./text.ts";

/** A note, 63 lines of 45 bytes, and the line with the old size. */
const requestBytesMax = noteBytesMax + 4096;

/** What a log asks of a witness. `signed` is the checkpoint with its signatures, as it was received. */
export type AddCheckpoint = { oldSize: number; proof: readonly Hash[]; signed: string };

/** "an old size line, zero or more consistency proof lines, and an empty line, followed by a checkpoint". */
export function printAddCheckpoint({ oldSize, proof, signed }: AddCheckpoint): string {
  const head = `old ${checkSize(oldSize, "old size")}\n${printProof(proof)}`;
  return readText(`${head}\n${signed}`, requestBytesMax, "request");
}

/** Throws `malformed` or `too_large` for everything that `printAddCheckpoint` doesn't print. */
export function parseAddCheckpoint(body: TextSource): AddCheckpoint {
  const text = readText(body, requestBytesMax, "request");
  const end = text.indexOf("\n\n");
  const [old = "", ...proof] = text.slice(0, Math.max(end, 0)).split("\n");
  const [, size] =
    /^old ([0-9]+)$/.exec(old) ??
    refuse("malformed", "The request doesn't begin with `old <size>`.");
  return {
    oldSize: parseDecimal(size ?? "", "old size"),
    proof: parseProof(proof),
    signed: text.slice(end + 2),
  };
}
