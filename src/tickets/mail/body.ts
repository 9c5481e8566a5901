import { askWhetherSent } from "#outbox";
import { english } from "#platform";
import type { TicketsDesk } from "../desk.ts";
import { type Guard, messageLettersMax, nothingAround, withoutSecrets } from "../message/index.ts";
import type { Requester } from "../ticket/index.ts";
import { say } from "./messages.ts";

/** Only this much of a mail is read; people write less. */
const readLettersMax = 100_000;
const subjectLettersMax = 2_000;
/** What stands below the words, when something was left out. */
const remarkLettersMax = 300;
/** As long as the token of a link of ours (32 bytes in base64url). */
const linkForm = /(?<![\w-])[\w-]{43}(?![\w-])/g;

/** What of a mail becomes a message. */
export type MailWords = { subject: string; text: string; attachmentCount: number };

/** `removed` only where it was cut: else what accepts the message finds it. */
export type KeptWords = { text: string; removed: readonly string[] };

/**
 * The words of a mail as they are kept: without characters that show nothing, and not too long. A link of ours that it
 * quotes would open something for who reads it here.
 * @param hasSubject whether the subject is a part of it: it isn't when the mail answers something
 * @throws {MessageHeld}
 */
export function wordsOf(
  { guard, outbox }: Pick<TicketsDesk, "guard" | "outbox">,
  mail: MailWords,
  hasSubject: boolean,
): KeptWords {
  const subject = begun(guard, plain(mail.subject).replace(/\s+/g, " ").trim(), subjectLettersMax);
  const own = plain(mail.text.slice(0, readLettersMax)).trim();
  const parts = [...(hasSubject ? [subject.text] : []), own].filter((part) => part !== "");
  const words = parts
    .join("\n\n")
    .replace(linkForm, (token) =>
      outbox.linkTokens.linkIn(token) ? say(english, "mail.link") : token,
    );
  const all = words === "" ? say(english, "mail.empty") : words;
  const kept = begun(guard, all, messageLettersMax - remarkLettersMax);
  const removed = [...(hasSubject ? subject.removed : []), ...kept.removed];
  const isShortened = kept.isCut || (hasSubject && subject.isCut);
  const remarks = isShortened ? [say(english, "mail.shortened")] : [];
  if (mail.attachmentCount > 0) {
    remarks.push(say(english, "mail.attachments", { count: mail.attachmentCount }));
  }
  return { text: [kept.text.toWellFormed(), ...remarks].join("\n\n"), removed };
}

/** The beginning of a text: what is cut off was searched for secrets before, so that no half of one stays. */
function begun(guard: Guard, text: string, lettersMax: number) {
  if (text.length <= lettersMax) return { text, removed: [], isCut: false };
  const guarded = withoutSecrets(guard, text, nothingAround);
  return { text: guarded.text.slice(0, lettersMax), removed: guarded.removed, isCut: true };
}

/** A mail's text without the message of ours that it quotes below: it must be that very message, sent to this requester. */
export async function withoutOurQuote(
  { outbox }: Pick<TicketsDesk, "outbox">,
  { id }: Requester,
  text: string,
): Promise<string> {
  const { above, quoted } = quotedBelow(plain(text.slice(0, readLettersMax)));
  const held = { is: "words", text: quoted } as const;
  const answer = await askWhetherSent(outbox.reader, { is: "client", id }, held, undefined);
  return answer.is === "ours" && answer.by === "words" ? above : text;
}

/** Control characters show nothing, and in a mail mean nothing but line ends. */
function plain(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[\p{Cc}]/gu, (character) => (/[\n\t]/.test(character) ? character : ""))
    .toWellFormed();
}

/**
 * The lines of a mail's words, and those at its end that it quotes, without their marks. Whose words those are is known
 * to nobody yet: people quote swindlers too.
 */
function quotedBelow(text: string): { above: string; quoted: string } {
  const lines = text.trimEnd().split("\n");
  const end = lines.findLastIndex((line) => !/^(?:>|\s*$)/.test(line)) + 1;
  const quoted = lines.slice(end).map((line) => line.replace(/^>[> ]*/, ""));
  return { above: lines.slice(0, end).join("\n"), quoted: quoted.join("\n") };
}
