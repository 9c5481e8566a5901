import { SourceRefused } from "./refusals.ts";

const declarationBytesMax = 2_048;
const declared = /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{2,30})/i;

/**
 * The text of a file: in the encoding that its first bytes or its HTML declare, else in UTF-8, else in Windows-1252, which
 * is what other old files are.
 * @throws {SourceRefused}
 */
export function decodeText(bytes: Buffer, isHtml: boolean): { text: string; isWindows: boolean } {
  const marked = markedEncoding(bytes);
  if (marked === undefined && bytes.includes(0)) throw new SourceRefused("source_not_text");
  const head = bytes.subarray(0, declarationBytesMax).toString("latin1");
  const named = marked ?? (isHtml ? declared.exec(head)?.[1] : undefined) ?? "utf-8";
  const text = decoded(bytes, named) ?? decoded(bytes, "utf-8");
  if (text !== undefined) return { text, isWindows: false };
  return { text: decoded(bytes, "windows-1252") ?? "", isWindows: true };
}

function markedEncoding(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return;
}

/** @returns undefined when it isn't in that encoding, or there is no such one */
function decoded(bytes: Buffer, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return;
  }
}
