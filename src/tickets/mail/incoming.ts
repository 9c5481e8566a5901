import { decodeWords } from "postal-mime";
import { mailboxesIn, type ReadMail, readMail } from "#contacts";
import { isAutomatic, isReport } from "./automatic.ts";
import type { MailWords } from "./body.ts";
import type { Envelope } from "./envelope.ts";
import { languageOf } from "./language.ts";
import { MailRefused } from "./refusals.ts";
import type { ThreadTokens } from "./thread-tokens.ts";

const subjectLettersMax = 2_000;

/** A mail as it came in. */
export type Incoming = {
  mail: ReadMail;
  /** The one sender whom the mail shows; undefined when programs could show different ones. */
  sender: string | undefined;
  words: MailWords;
  /** The Message-IDs that it answers, the newest last. */
  references: string;
  /** Its own Message-ID, empty when there is none. */
  messageId: string;
  /** It stands in `To` or `Cc` that it is for us. A mail to somebody else, sent to us once more, doesn't say so. */
  namesUs: boolean;
  isAutomatic: boolean;
  /** A mail system says something of another mail: it is nobody's question. */
  isReport: boolean;
  /** The language that it is written in, if that can be known. */
  language: string | undefined;
};

/** @throws {MailRefused} */
export function readIncoming(
  raw: Buffer,
  envelope: Envelope,
  tokens: ThreadTokens,
  isOurs: (domain: string) => boolean,
): Incoming {
  const mail = readMail(raw);
  if (mail.is === "unreadable") throw new MailRefused(mail.code);
  const { author, text, attachmentCount } = mail;
  const [subject = ""] = mail.values("subject");
  const named = [...mail.values("to"), ...mail.values("cc")].flatMap(mailboxesIn);
  return {
    mail,
    sender: author.exact && !mail.isDamaged ? author.mailbox.address : undefined,
    words: { subject: decodeWords(subject.slice(0, subjectLettersMax)), text, attachmentCount },
    references: [...mail.values("references"), ...mail.values("in-reply-to")].join(" "),
    messageId: mail.values("message-id")[0] ?? "",
    namesUs: named.some(({ address }) => tokens.addressed(address) !== undefined),
    isAutomatic: isAutomatic(mail, envelope.from, isOurs),
    isReport: isReport(mail, envelope.from),
    language: languageOf(text, mail.values("content-language")[0] ?? ""),
  };
}
