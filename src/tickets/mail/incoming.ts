import { decodeWords } from "postal-mime";
import { mailboxesIn, type ReadMail, readMail } from "#contacts";
import { isAutomatic, isOfMachine, isReport } from "./automatic.ts";
import type { MailWords } from "./body.ts";
import type { Envelope } from "./envelope.ts";
import { languageOf } from "./language.ts";
import { MailRefused } from "./refusals.ts";
import type { ThreadTokens } from "./thread-tokens.ts";

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
  /** It must not be answered by itself. */
  isAutomatic: boolean;
  /** It says that no person wrote it. */
  isOfMachine: boolean;
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
  const isOfSystem = isReport(mail, envelope.from);
  if (mail.isUnparted && !isOfSystem) throw new MailRefused("mail_not_parted");
  const { author, text, attachmentCount } = mail;
  const [subject = ""] = mail.values("subject");
  const named = [...mail.values("to"), ...mail.values("cc")].flatMap(mailboxesIn);
  return {
    mail,
    sender: author.exact && !mail.isDamaged ? author.mailbox.address : undefined,
    words: { subject: decodeWords(subject), text, attachmentCount },
    references: [...mail.values("references"), ...mail.values("in-reply-to")].join(" "),
    messageId: mail.values("message-id")[0] ?? "",
    namesUs: named.some(({ address }) => tokens.addressed(address) !== undefined),
    isAutomatic: isAutomatic(mail, envelope.from, isOurs),
    isOfMachine: isOfMachine(mail),
    isReport: isOfSystem,
    language: languageOf(text, mail.values("content-language")[0] ?? ""),
  };
}
