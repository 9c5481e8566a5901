import PostalMime from "postal-mime";
import { isOfWords } from "#contacts";
import { type Enclosed, FilesRefused, nothingEnclosed, takeFiles } from "../attachment/index.ts";
import type { Tickets } from "../tickets.ts";
import type { Incoming } from "./incoming.ts";
import type { Sender } from "./threading.ts";

/** The files that come with a mail, and how many of its attachments were left out. */
export type MailFiles = { enclosed: Enclosed; leftOutCount: number };

/**
 * Takes in what a mail holds beside its words, as from a page; what is attached before what was pasted. Only of a proven sender: no stranger has us open files. What isn't
 * taken is left out, and counted; while files can't be looked at, the sender's server keeps the mail.
 * @throws {FilesRefused} later it may be taken
 */
export async function filesOf(
  { desk }: Tickets,
  raw: Buffer,
  { words: { attachmentCount } }: Pick<Incoming, "words">,
  sender: Sender | undefined,
  now: Date,
): Promise<MailFiles> {
  const none = { enclosed: nothingEnclosed, leftOutCount: attachmentCount };
  if (attachmentCount === 0 || !sender?.isProven) return none;
  const { attachments } = await PostalMime.parse(raw).catch(() => ({ attachments: [] }));
  const isPasted = ({ disposition, contentId }: (typeof attachments)[number]) =>
    disposition !== "attachment" && contentId !== undefined;
  const sent = attachments
    .filter(({ disposition, mimeType }) => disposition === "attachment" || !isOfWords(mimeType))
    .toSorted((one, other) => Number(isPasted(one)) - Number(isPasted(other)))
    .map(({ content }) => Buffer.from(typeof content === "string" ? "" : new Uint8Array(content)))
    .map((bytes) => ({ size: bytes.length, read: async () => bytes }));
  const { files, refusals } = await takeFiles(desk, sent, 0, now);
  const refused = new FilesRefused(refusals);
  if (refusals.length > 0 && refused.refusal === "unavailable") throw refused;
  const leftOutCount = Math.max(refusals.length, attachmentCount - files.length);
  return { enclosed: { files, tokens: [] }, leftOutCount };
}
