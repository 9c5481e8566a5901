import { refuse } from "./refusal.ts";
import { parseSignatureLine, printSignatureLine, type SignatureLine } from "./signature-line.ts";
import { linesOf, readText, type TextSource } from "./text.ts";

/** Room for 64 signatures of 3.2 kB (ML-DSA-44 in base64) and 50 kB of text. */
export const noteBytesMax = 256 * 1024;
/** signed-note, "Format": a limit is a SHOULD, "MUST accept at least up to 16 signatures". */
export const signaturesMax = 64;

/** A text and who says to have signed it. The text "MUST be ignored" until `verifyNote` has said who did. */
export type Note = { readonly text: string; readonly signatures: readonly SignatureLine[] };

/** signed-note, "Format": the text, a blank line, the signature lines. Throws `malformed` or `too_large`. */
export function printNote({ text, signatures }: Note): string {
  if (!text.endsWith("\n")) refuse("malformed", "The note's text doesn't end in a newline.");
  const lines = checkCount(signatures).map((line) => `${printSignatureLine(line)}\n`);
  return readText(`${text}\n${lines.join("")}`, noteBytesMax, "note");
}

/** Throws `malformed` or `too_large` for everything that `printNote` doesn't print. */
export function parseNote(source: TextSource): Note {
  const note = readText(source, noteBytesMax, "note");
  // "the text is separated from the signatures by the last empty line in the note": the text may hold empty lines.
  const end = note.lastIndexOf("\n\n");
  if (end === -1) return refuse("malformed", "The note has no blank line before its signatures.");
  const signatures = parseSignatureLines(note.slice(end + 2));
  return { text: note.slice(0, end + 1), signatures };
}

/** Signature lines without a note, as a witness answers with. */
export function parseSignatureLines(text: string): SignatureLine[] {
  const lines = linesOf(text, "list of signatures");
  return [...checkCount(lines)].map(parseSignatureLine);
}

function checkCount<Line>(lines: readonly Line[]): readonly Line[] {
  if (lines.length === 0) refuse("malformed", "The note has no signature line.");
  if (lines.length <= signaturesMax) return lines;
  return refuse(
    "too_large",
    `The note has ${lines.length} signatures; it may have ${signaturesMax}.`,
  );
}
