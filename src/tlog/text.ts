import { refuse } from "./refusal.ts";

/** Text from outside, as it was received or already decoded. */
export type TextSource = string | Uint8Array;

/**
 * signed-note, "Format": notes "MUST be valid UTF-8 and MUST NOT contain any ASCII control characters [...] other
 * than newline". A byte order mark is a character like any other: it was signed, or it wasn't.
 * Throws `too_large` or `malformed`.
 */
export function readText(
  source: TextSource,
  bytesMax: number,
  what: string,
  controls = "\n",
): string {
  const isString = typeof source === "string";
  // A string of more characters than bytes allowed isn't encoded only to be measured.
  const bytes = isString && source.length <= bytesMax ? utf8(source).length : source.length;
  if (bytes > bytesMax) refuse("too_large", `The ${what} is over ${bytesMax} bytes long.`);
  const text = isString ? source : decoded(source, what);
  if (!text.isWellFormed()) refuse("malformed", `The ${what} isn't valid Unicode.`);
  for (const character of text) {
    if (character < " " && !controls.includes(character)) {
      refuse("malformed", `The ${what} has control character ${character.charCodeAt(0)} in it.`);
    }
  }
  return text;
}

/** The lines of a text whose last line ends in a newline too. Throws `malformed` when it doesn't, or is empty. */
export function linesOf(text: string, what: string): string[] {
  if (!text.endsWith("\n")) refuse("malformed", `The ${what} doesn't end in a newline.`);
  return text.slice(0, -1).split("\n");
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function decoded(bytes: Uint8Array, what: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return refuse("malformed", `The ${what} isn't valid UTF-8.`);
  }
}
