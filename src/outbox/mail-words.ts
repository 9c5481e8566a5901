import PostalMime, { type Email } from "postal-mime";

const nestingMax = 4;
const headerBytesMax = 100_000;

/** A mail that is one plain text and nothing else but a file for a calendar, as ours are. Lines end with a line feed. */
export type MailWords = { from: string; subject: string; text: string; calendar?: string };

/**
 * What a raw mail says. Undefined when it has more than a plain text: another form of the words, a file that is no calendar's,
 * another address to answer to, or a header field twice, since then people may have read something else than we would compare.
 */
export async function readMailWords(raw: string | Uint8Array): Promise<MailWords | undefined> {
  const mail = await parseMail(raw);
  if (!mail) return undefined;
  const { from, replyTo, subject, text, html, attachments } = mail;
  const [file, ...more] = attachments;
  const isOthers = file && (file.mimeType !== "text/calendar" || file.disposition !== "attachment");
  const isPlain = html === undefined && !isOthers && more.length === 0 && text !== undefined;
  const isSingle = ["from", "subject"].every(
    (key) => mail.headers.filter((header) => header.key === key).length === 1,
  );
  if (!isPlain || !isSingle || replyTo || !from?.address || subject === undefined) return undefined;
  const calendar = file && textOf(file.content);
  return { from: from.address.toLowerCase(), subject, text, ...(file && { calendar }) };
}

function textOf(content: Email["attachments"][number]["content"]): string {
  const text = typeof content === "string" ? content : new TextDecoder().decode(content);
  return text.replaceAll("\r\n", "\n");
}

async function parseMail(raw: string | Uint8Array): Promise<Email | undefined> {
  try {
    return await PostalMime.parse(raw, {
      maxNestingDepth: nestingMax,
      maxHeadersSize: headerBytesMax,
      forceRfc822Attachments: true,
    });
  } catch {
    return undefined;
  }
}
