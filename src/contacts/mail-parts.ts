import { type MailHeader, readHeader, valuesOf } from "./mail-header.ts";
import { bodyOf, headerBlock } from "./mail-limits.ts";

const partsMax = 200;
const nestingMax = 20;
/** More text than this isn't decoded: no person reads it, and mail programs cut it off much sooner. */
const textBytesMax = 500_000;
/** Texts that are data: a calendar, a table, a page of RTF. Words stand in them as no guard reads them. */
const dataType =
  /^text\/(?:calendar|css|csv|directory|javascript|json|rtf|tab-separated-values|vcard|xml|x-(?:amp-html|vcalendar|vcard|watch-html)|vnd\..*|.*\+(?:json|xml))$/;

/** Texts with marks between the words, as HTML has them (RFC 1896): no guard finds a sentence among marks. */
const markedTypes = ["text/html", "text/enriched", "text/richtext"];

/** A text that a mail program shows. */
export type MailText = { isHtml: boolean; text: string };

/**
 * What a person reads of a mail, in its order (RFC 2046): words, `all` parts one after the other, `alternatives` that should say
 * the same, the plainest first, or a whole `mail` that is enclosed, whoever wrote it.
 */
export type MailPart =
  | ({ is: "text" } & MailText)
  | { is: "all" | "alternatives" | "mail"; parts: readonly MailPart[] };

export type MailParts = {
  /** Every text as most programs show it, those too that say the same, and data that a program reads: a calendar. */
  texts: MailText[];
  shown: MailPart;
  attachmentCount: number;
  /** What stands between the words and is none: pictures that were pasted, and data. */
  inlineCount: number;
  /** It says that it has parts, and nothing tells where one ends. */
  isUnparted: boolean;
};

/** A mail with more parts, or parts deeper inside each other, than people's mail has. */
export class TooManyParts extends Error {
  override readonly name = "TooManyParts";
}

/**
 * Whether a part of a type, in small letters, is read as words. A text of an unknown type is plain (RFC 2046 §4.1.4), and so is what names
 * no type and subtype (RFC 2045 §5.2), or them the wrong way round.
 */
export function isOfWords(type: string): boolean {
  if (type.startsWith("text/")) return !dataType.test(type);
  return !type.includes("/") || type === "plain/text";
}

type Reading = Omit<MailParts, "shown"> & { partCount: number; textBytes: number };

/**
 * Takes a mail apart (RFC 2046), attachments only counted: they are never decoded, so a large one costs
 * nothing. Linear in the mail's length times its nesting.
 * @throws {TooManyParts}
 */
export function readParts(mail: Buffer): MailParts {
  const counts = { attachmentCount: 0, inlineCount: 0, partCount: 0, textBytes: 0 };
  const reading: Reading = { texts: [], isUnparted: false, ...counts };
  const shown = readEntity(mail, 0, reading);
  const { texts, attachmentCount, inlineCount, isUnparted } = reading;
  return { texts, shown, attachmentCount, inlineCount, isUnparted };
}

function readEntity(entity: Buffer, depth: number, reading: Reading): MailPart {
  reading.partCount += 1;
  if (depth > nestingMax || reading.partCount > partsMax) throw new TooManyParts();
  const header = readHeader(headerBlock(entity));
  const body = bodyOf(entity);
  const type = parameterised(header, "content-type", "text/plain");
  if (type.value.startsWith("multipart")) {
    const parts = [...partsBetween(body, type.boundary)];
    if (parts.length === 0) return readUnparted(body, header, type, reading);
    const is = type.value === "multipart/alternative" ? "alternatives" : "all";
    return { is, parts: parts.map((part) => readEntity(part, depth + 1, reading)) };
  }
  const disposition = parameterised(header, "content-disposition", "");
  if (disposition.value === "attachment") {
    reading.attachmentCount += 1;
    return nothing;
  }
  if (type.value === "message/rfc822") {
    return { is: "mail", parts: [readEntity(body, depth + 1, reading)] };
  }
  if (isOfWords(type.value)) {
    const { text } = readText(body, header, type, reading);
    return { is: "text", isHtml: markedTypes.includes(type.value), text };
  }
  if (type.value.startsWith("text/")) {
    readText(body, header, type, reading);
    reading.inlineCount += 1;
  } else if (valuesOf(header, "content-id").length === 0) reading.attachmentCount += 1;
  else reading.inlineCount += 1;
  return nothing;
}

function readUnparted(
  body: Buffer,
  header: MailHeader,
  type: Parameterised,
  reading: Reading,
): MailPart {
  reading.isUnparted = true;
  return { is: "text", ...readText(body, header, type, reading) };
}

const nothing: MailPart = { is: "all", parts: [] };

function* partsBetween(body: Buffer, boundary: string | undefined): Generator<Buffer> {
  if (boundary === undefined) return;
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

/** A parameter of a header, in one piece or in several, and with its letters encoded or not (RFC 2231). */
function parameter(text: string, name: string): string | undefined {
  const form = new RegExp(
    `;\\s*${name}(?:\\*(\\d{1,3}))?(\\*?)\\s*=\\s*(?:"([^"]*)"|([^\\s;"]+))`,
    "gi",
  );
  const pieces = Array.from(text.matchAll(form), ([, place, isEncoded, quoted, bare]) => {
    const value = quoted ?? bare ?? "";
    return { place: Number(place ?? 0), value: isEncoded ? percentDecoded(value) : value };
  });
  const inOrder = pieces.toSorted((one, other) => one.place - other.place);
  const value = inOrder.map((piece, at) => (piece.place === at ? piece.value : "")).join("");
  return value === "" ? undefined : value.trimEnd();
}

/** Without the character set and the language in front: boundaries and names of character sets are ASCII. */
function percentDecoded(value: string): string {
  return value
    .replace(/^[^']*'[^']*'/, "")
    .replace(/%([\da-f]{2})/gi, (_, digits) => String.fromCharCode(Number.parseInt(digits, 16)));
}

function readText(
  body: Buffer,
  header: MailHeader,
  type: Parameterised,
  reading: Reading,
): MailText {
  const bytes = body.subarray(0, Math.max(0, textBytesMax - reading.textBytes));
  reading.textBytes += bytes.length;
  const [encoding = ""] = valuesOf(header, "content-transfer-encoding");
  const decoded = decodeTransfer(bytes, encoding.slice(0, 100).toLowerCase());
  const text = decoderFor(type.charset).decode(decoded);
  const read = { isHtml: type.value === "text/html", text };
  reading.texts.push(read);
  return read;
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
