import { isUtf8 } from "node:buffer";

/** What a file is to people: each kind counts as one page, a document as many. */
export const fileKinds = ["picture", "document", "text"] as const;
export type FileKind = (typeof fileKinds)[number];

const pictures: readonly (readonly [offset: number, bytes: string])[][] = [
  [[0, "\x89PNG\r\n\x1a\n"]],
  [[0, "\xff\xd8\xff"]],
  [[0, "GIF87a"]],
  [[0, "GIF89a"]],
  [
    [0, "RIFF"],
    [8, "WEBP"],
  ],
];
const document = "%PDF-";
/** Pages and drawings are programs of a kind, even as plain text. */
const markup = /^\s*(?:<\?xml|<!--|<!doctype|<(?:html|svg|head|body|script)\b|\{\\rtf|%!PS)/i;

/** What a file is, by what is in it and never by its name; undefined for what we don't take. */
export function kindOf(bytes: Buffer): FileKind | undefined {
  const has = (offset: number, text: string) =>
    bytes.subarray(offset, offset + text.length).equals(Buffer.from(text, "latin1"));
  if (pictures.some((marks) => marks.every(([offset, text]) => has(offset, text)))) {
    return "picture";
  }
  if (has(0, document)) return "document";
  return textIn(bytes) === undefined ? undefined : "text";
}

/** The plain text that a file is; undefined when it is something else, or in another encoding than UTF-8. */
export function textIn(bytes: Buffer): string | undefined {
  if (bytes.length === 0 || !isUtf8(bytes)) return undefined;
  const text = bytes.toString("utf8").replace(/^\ufeff/, "");
  const isPlain = !/[^\P{Cc}\t\n\r\f]/u.test(text) && !markup.test(text);
  return isPlain && text.trim() !== "" ? unfolded(text.replace(/\r\n?/g, "\n")) : undefined;
}

/** The lines of a calendar or a card as they are meant: in the file they break within words (RFC 5545 3.1, RFC 6350 3.2). */
function unfolded(text: string): string {
  if (!/^\s*BEGIN:V(?:CALENDAR|CARD)\b/i.test(text)) return text;
  return text.replace(/\n[ \t]/g, "").replace(/\\n/gi, "\n");
}
