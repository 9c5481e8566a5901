import { type Author, type HeaderField, readAuthor, readHeader, valuesOf } from "./mail-header.ts";
import { readHtml } from "./mail-html.ts";
import { bodyOf, headerBlock, whatExceedsLimits } from "./mail-limits.ts";
import { type MailText, readParts, TooManyParts } from "./mail-parts.ts";

/** A mail taken apart, whoever wrote it. Nothing of it is proven. */
export type ReadMail = {
  is: "mail";
  /** The header's fields, in their order. */
  fields: readonly HeaderField[];
  /** The values of the fields of a name in small letters. */
  values(name: string): string[];
  /** Programs could disagree on where a field of the header begins. */
  isDamaged: boolean;
  author: Author;
  /** What follows the header, as Latin-1: its bytes. */
  body: string;
  /** What a person reads of it: the plain text, or where there is none what the HTML shows. */
  text: string;
  attachmentCount: number;
};

/** A mail that is too big or too tangled to be taken apart. */
export type UnreadMail = { is: "unreadable"; code: string };

/** Takes a mail apart, within the limits of the checker: attachments are only counted. */
export function readMail(mail: Buffer): ReadMail | UnreadMail {
  const excess = whatExceedsLimits(mail);
  if (excess) return { is: "unreadable", code: excess.reasons[0]?.code ?? "mail_unreadable" };
  try {
    const header = readHeader(headerBlock(mail));
    const { texts, attachmentCount } = readParts(mail);
    return {
      is: "mail",
      fields: header.fields,
      values: (name) => valuesOf(header, name),
      isDamaged: header.damaged,
      author: readAuthor(header),
      body: bodyOf(mail).toString("latin1"),
      text: shownText(texts),
      attachmentCount,
    };
  } catch (error) {
    if (error instanceof TooManyParts) return { is: "unreadable", code: "mail_too_many_parts" };
    throw error;
  }
}

function shownText(texts: readonly MailText[]): string {
  const plain = texts.filter(({ isHtml, text }) => !isHtml && text.trim() !== "");
  if (plain.length > 0) return plain.map(({ text }) => text).join("\n\n");
  return texts
    .filter(({ isHtml }) => isHtml)
    .map(({ text }) => readHtml(text).text)
    .join("\n\n");
}
