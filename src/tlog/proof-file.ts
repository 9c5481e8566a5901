import { parseBase64, printBase64 } from "./base64.ts";
import type { Hash } from "./hash.ts";
import { noteBytesMax } from "./note.ts";
import { parseProof, printProof } from "./proof-lines.ts";
import { refuse } from "./refusal.ts";
import { checkSize, parseDecimal } from "./size.ts";
import { readText, type TextSource } from "./text.ts";

export const extraBytesMax = 64 * 1024;
/** A note, the extra data in base64, and 8 kB for the lines around them. */
const proofBytesMax = noteBytesMax + 2 * extraBytesMax + 8 * 1024;
const header = "c2sp.org/tlog-proof@v1";

/**
 * A `.tlog-proof`: that an entry is in a log, for somebody who has nothing else. `signed` is the checkpoint, verbatim.
 * `extra` is what the application put there: "Applications MUST NOT implicitly trust the extra data".
 */
export type ProofFile = {
  index: number;
  proof: readonly Hash[];
  signed: string;
  extra?: Uint8Array;
};

/** tlog-proof, "Format": a header, perhaps `extra`, `index`, the inclusion proof, an empty line, the checkpoint. */
export function printProofFile({ index, proof, signed, extra }: ProofFile): string {
  const extraLine = extra === undefined ? "" : `extra ${printBase64(checkExtra(extra))}\n`;
  const head = `${header}\n${extraLine}index ${checkSize(index, "leaf index")}\n${printProof(proof)}`;
  return readText(`${head}\n${signed}`, proofBytesMax, "proof");
}

/** Throws `malformed` or `too_large` for everything that `printProofFile` doesn't print. Nothing is verified. */
export function parseProofFile(source: TextSource): ProofFile {
  const text = readText(source, proofBytesMax, "proof");
  const end = text.indexOf("\n\n");
  const lines = text.slice(0, Math.max(end, 0)).split("\n");
  if (lines.shift() !== header) refuse("malformed", `The proof doesn't begin with ${header}.`);
  // "If no extra data is present, this line is omitted."
  const extra = lines[0]?.startsWith("extra ") ? lines.shift()?.slice("extra ".length) : undefined;
  const [index = "", ...proof] = lines;
  if (!index.startsWith("index ")) refuse("malformed", "The proof has no line `index <number>`.");
  return {
    index: parseDecimal(index.slice("index ".length), "leaf index"),
    proof: parseProof(proof),
    signed: text.slice(end + 2),
    ...(extra === undefined ? {} : { extra: checkExtra(parseBase64(extra, "extra data")) }),
  };
}

function checkExtra(extra: Uint8Array): Uint8Array {
  // An empty `extra` line would say nothing, and `extra: ""` would print otherwise than it was read.
  if (extra.length === 0) refuse("malformed", "The extra data is empty: leave the line out.");
  if (extra.length <= extraBytesMax) return extra;
  return refuse(
    "too_large",
    `The extra data has ${extra.length} bytes; it may have ${extraBytesMax}.`,
  );
}
