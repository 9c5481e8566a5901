import { parseHash, printBase64 } from "./base64.ts";
import { checkHash } from "./hash.ts";
import type { TreeHead } from "./inclusion.ts";
import { nameBytesMax } from "./key-line.ts";
import { refuse } from "./refusal.ts";
import { checkSize, parseDecimal } from "./size.ts";
import { linesOf, readText, type TextSource, utf8 } from "./text.ts";

/** A head with its three lines has about 350 bytes; what is left is for extension lines. */
export const checkpointBytesMax = 16 * 1024;

/** tlog-checkpoint, "Note text": what a log says of its tree. Extension lines are "NOT RECOMMENDED". */
export type Checkpoint = TreeHead & { origin: string; extensions: readonly string[] };

/** The text that is signed: origin, size and root, a line each, then the extension lines. */
export function printCheckpoint({ origin, size, root, extensions }: Checkpoint): string {
  const head = [origin, String(checkSize(size, "tree size")), printBase64(checkHash(root, "root"))];
  return checked([...head, ...extensions].map((line) => `${line}\n`).join(""), origin, extensions);
}

/** Throws `malformed` or `too_large` for everything that `printCheckpoint` doesn't print. */
export function parseCheckpoint(source: TextSource): Checkpoint {
  const text = readText(source, checkpointBytesMax, "checkpoint");
  const [origin = "", size, root, ...extensions] = linesOf(text, "checkpoint");
  if (size === undefined || root === undefined) {
    return refuse("malformed", "A checkpoint has three lines: origin, tree size and root hash.");
  }
  checked(text, origin, extensions);
  return {
    origin,
    size: parseDecimal(size, "tree size"),
    root: parseHash(root, "root"),
    extensions,
  };
}

function checked(text: string, origin: string, extensions: readonly string[]): string {
  const bytes = utf8(origin).length;
  // Line 1: "The origin MUST be non-empty". Spaces in it are only discouraged.
  if (bytes === 0 || bytes > nameBytesMax || origin.includes("\n")) {
    refuse("malformed", `The origin has ${bytes} bytes; it is one line of 1 to ${nameBytesMax}.`);
  }
  // Line 4: "Extension lines, if any, MUST be non-empty": an empty one would end the note's text.
  if (extensions.some((line) => line === "" || line.includes("\n"))) {
    refuse("malformed", "An extension line of the checkpoint is empty.");
  }
  return readText(text, checkpointBytesMax, "checkpoint");
}
