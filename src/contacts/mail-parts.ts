import { type MailHeader, readHeader, valuesOf } from "./mail-header.ts";
import { bodyOf, headerBlock } from "./mail-limits.ts";

const partsMax = 200;
const nestingMax = 20;
/** More text than this isn't decoded: no person reads it, and mail programs cut it off much sooner. */
const textBytesMax = 500_000;

/** A text that a mail program shows. */
export type MailText = { isHtml: boolean; text: string };

export type MailParts = { texts: MailText[]; attachmentCount: number };

/** A mail with more parts, or parts deeper inside each other, than people's mail has. */
export class TooManyParts extends Error {
  override readonly name = "TooManyParts";
}

type Reading = MailParts & { partCount: number; textBytes: number };

/**
 * The texts of a mail (RFC 2046), attachments only counted: they are never decoded, so a large one costs
 * nothing. Linear in the mail's length times its nesting.
 * @throws {TooManyParts}
 */
export function readParts(mail: Buffer): MailParts {
  const reading: Reading = { texts: [], attachmentCount: 0, partCount: 0, textBytes: 0 };
  readEntity(mail, 0, reading);
  const { texts, attachmentCount } = reading;
  return { texts, attachmentCount };
}

function readEntity(entity: Buffer, depth: number, reading: Reading): void {
  reading.partCount += 1;
  if (depth > nestingMax || reading.partCount > partsMax) throw new TooManyParts();
  const header = readHeader(headerBlock(entity));
  const body = bodyOf(entity);
  const type = parameterised(header, "content-type", "text/plain");
  if (type.value.startsWith("multipart/") && type.boundary !== undefined) {
    for (const part of partsBetween(body, type.boundary)) readEntity(part, depth + 1, reading);
    return;
  }
  const disposition = parameterised(header, "content-disposition", "");
  const isShown = disposition.value !== "attachment";
  if (isShown && type.value === "message/rfc822") {
    readEntity(body, depth + 1, reading);
  } else if (isShown && type.value.startsWith("text/")) {
    readText(body, header, type, reading);
  } else if (!isShown || valuesOf(header, "content-id").length === 0) {
    reading.attachmentCount += 1;
  }
}

function* partsBetween(body: Buffer, boundary: string): Generator<Buffer> {
  const delimiter = Buffer.from(`--${boundary}`, "latin1");
  let start: number | undefined;
  for (let at = body.indexOf(delimiter); at >= 0; at = body.indexOf(delimiter, at + 1)) {
    if (at > 0 && body[at - 1] !== 0x0a) continue;
    const end = at + delimiter.length;
    const closes = body[end] === 0x2d && body[end + 1] === 0x2d;
    const line = body.subarray(end, end + 200).toString("latin1");
    if (!closes && !/^[ \t]*(?:\r?\n|$)/.test(line)) continue;
    if (start !== undefined) yield body.subarray(start, at);
    if (closes) return;
    const lineEnd = body.indexOf(0x0a, end);
    start = lineEnd < 0 ? body.length : lineEnd + 1;
  }
  if (start !== undefined) yield body.subarray(start);
}

type Parameterised = { value: string; boundary: string | undefined; charset: string | undefined };

/** A header such as Content-Type. Of several, the first counts. */
function parameterised(header: MailHeader, name: string, otherwise: string): Parameterised {
  const [text = otherwise] = valuesOf(header, name);
  const bounded = text.slice(0, 2_000);
  return {
    value: /^[^;\s]*/.exec(bounded)?.[0].toLowerCase() ?? "",
    boundary: parameter(bounded, "boundary"),
    charset: parameter(bounded, "charset"),
  };
}

function parameter(text: string, name: string): string | undefined {
  const found = new RegExp(`;\\s*${name}\\*?\\s*=\\s*(?:"([^"]*)"|([^\\s;"]+))`, "i").exec(text);
  const value = found?.[1] ?? found?.[2];
  return value === undefined || value === "" ? undefined : value.trimEnd();
}

function readText(body: Buffer, header: MailHeader, type: Parameterised, reading: Reading): void {
  const bytes = body.subarray(0, Math.max(0, textBytesMax - reading.textBytes));
  reading.textBytes += bytes.length;
  const [encoding = ""] = valuesOf(header, "content-transfer-encoding");
  const decoded = decodeTransfer(bytes, encoding.slice(0, 100).toLowerCase());
  const text = decoderFor(type.charset).decode(decoded);
  reading.texts.push({ isHtml: type.value === "text/html", text });
}

function decodeTransfer(bytes: Buffer, encoding: string): Buffer {
  if (encoding.includes("base64")) return Buffer.from(bytes.toString("latin1"), "base64");
  return encoding.includes("quoted-printable") ? decodeQuotedPrintable(bytes) : bytes;
}

/** RFC 2045 §6.7; what isn't valid stays as it is. */
function decodeQuotedPrintable(bytes: Buffer): Buffer {
  const decoded = Buffer.alloc(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte !== 0x3d) {
      decoded[length++] = byte;
      continue;
    }
    const high = hexValue(bytes[at + 1]);
    const low = hexValue(bytes[at + 2]);
    if (high >= 0 && low >= 0) {
      decoded[length++] = high * 16 + low;
      at += 2;
    } else if (bytes[at + 1] === 0x0a) {
      at += 1;
    } else if (bytes[at + 1] === 0x0d && bytes[at + 2] === 0x0a) {
      at += 2;
    } else {
      decoded[length++] = byte;
    }
  }
  return decoded.subarray(0, length);
}

function hexValue(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

function decoderFor(charset: string | undefined): TextDecoder {
  try {
    return new TextDecoder(charset ?? "utf-8");
  } catch {
    return new TextDecoder("utf-8");
  }
}
