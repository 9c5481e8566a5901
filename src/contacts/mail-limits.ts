import { isFolded } from "./mail-header.ts";
import { type Unreadable, unreadable } from "./unreadable.ts";

export const mailBytesMax = 2 * 1024 * 1024;
export const headerBytesMax = 128 * 1024;
const headerLinesMax = 3_000;
const headerFieldsMax = 500;
const signaturesMax = 10;
const signatureBytesMax = 8 * 1024;
/** Mail is wrapped at 76 characters: 2 MB of it are 28,000 lines. A parser's work grows with the lines. */
const linesMax = 50_000;

/**
 * What makes a mail too big or too tangled to take apart, found by counting bytes only: the parsers
 * see nothing that this refuses. `undefined` when the mail may be parsed.
 */
export function whatExceedsLimits(mail: Buffer): Unreadable | undefined {
  if (mail.length > mailBytesMax) return unreadable("mail_too_large");
  if (mail.includes(0)) return unreadable("mail_has_nul");
  const header = headerBlock(mail);
  if (header.length > headerBytesMax) return unreadable("mail_header_too_large");
  const lines = header.toString("latin1").split("\n");
  if (lines.length > headerLinesMax) return unreadable("mail_header_too_large");
  const fields = lines.filter((line) => !isFolded(line));
  if (fields.length > headerFieldsMax) return unreadable("mail_header_too_large");
  if (hasTooManySignatures(lines)) return unreadable("mail_too_many_signatures");
  if (countUpTo(mail, 0x0a, linesMax) > linesMax || countUpTo(mail, 0x0d, linesMax) > linesMax) {
    return unreadable("mail_too_many_lines");
  }
  return undefined;
}

/** The bytes before the first empty line. */
export function headerBlock(mail: Buffer): Buffer {
  if (mail[0] === 0x0a || (mail[0] === 0x0d && mail[1] === 0x0a)) return mail.subarray(0, 0);
  const ends = [mail.indexOf("\n\n"), mail.indexOf("\n\r\n")].filter((end) => end >= 0);
  return ends.length === 0 ? mail : mail.subarray(0, Math.min(...ends) + 1);
}

/** What follows the first empty line. */
export function bodyOf(mail: Buffer): Buffer {
  const { length } = headerBlock(mail);
  const emptyLine = mail[length] === 0x0d ? 2 : 1;
  return mail.subarray(Math.min(length + emptyLine, mail.length));
}

/**
 * The mail without what copying puts above its first header: a byte order mark, empty lines, the
 * `From ` line of a mailbox file.
 */
export function withoutCopyingTraces(mail: Buffer): Buffer {
  let start = mail.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? 3 : 0;
  while (mail[start] === 0x0a || mail[start] === 0x0d) start += 1;
  const top = mail.subarray(start, start + 200).toString("latin1");
  // `From :` is the sender's field to some programs: it stays, and makes the header a damaged one.
  if (/^From [ \t]*[^ \t:]/.test(top)) {
    const end = mail.indexOf(0x0a, start);
    start = end < 0 ? mail.length : end + 1;
  }
  return mail.subarray(start);
}

function hasTooManySignatures(lines: string[]): boolean {
  let count = 0;
  let bytes = 0;
  let inSignature = false;
  for (const line of lines) {
    if (!isFolded(line)) {
      inSignature = /^(?:dkim-signature|arc-[a-z-]{1,40})[ \t]{0,100}:/i.test(line);
      bytes = 0;
      if (inSignature && line[0]?.toLowerCase() === "d") count += 1;
    }
    if (inSignature) bytes += line.length;
    if (count > signaturesMax || bytes > signatureBytesMax) return true;
  }
  return false;
}

function countUpTo(mail: Buffer, byte: number, max: number): number {
  let count = 0;
  for (let at = mail.indexOf(byte); at >= 0 && count <= max; at = mail.indexOf(byte, at + 1)) {
    count += 1;
  }
  return count;
}
