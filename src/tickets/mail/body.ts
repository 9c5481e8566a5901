import { english } from "#platform";
import type { TicketsDesk } from "../desk.ts";
import { messageLettersMax, nothingAround, withoutSecrets } from "../message/index.ts";
import { say } from "./messages.ts";

/** Only this much of a mail is read; people write less. */
const readLettersMax = 100_000;
/** What stands below the words, when something was left out. */
const remarkLettersMax = 300;
const attribution =
  /^(?=.{1,300}$).*(?:wrote|schrieb|écrit|escribió|escreveu|scritto|schreef|написал\S*|yazdı|:)\s*:?$/i;

/** What of a mail becomes a message. */
export type MailWords = { subject: string; text: string; attachmentCount: number };

/** `removed` only where it was cut: else what accepts the message finds it. */
export type KeptWords = { text: string; removed: readonly string[] };

/**
 * The words of a mail as they are kept: without what it quotes below, without characters that show nothing, and not too
 * long. What is cut off was searched for secrets before, so that no half of one stays.
 * @param hasSubject whether the subject is a part of it: it isn't when the mail answers something
 * @throws {MessageHeld}
 */
export function wordsOf(
  guard: TicketsDesk["guard"],
  mail: MailWords,
  hasSubject: boolean,
): KeptWords {
  const own = withoutQuote(plain(mail.text.slice(0, readLettersMax))).trim();
  const subject = plain(mail.subject).replace(/\s+/g, " ").trim();
  const words = [...(hasSubject ? [subject] : []), own].filter((part) => part !== "").join("\n\n");
  const remarks: string[] = [];
  let removed: readonly string[] = [];
  let kept = words === "" ? say(english, "mail.empty") : words;
  if (kept.length > messageLettersMax - remarkLettersMax) {
    const guarded = withoutSecrets(guard, kept, nothingAround);
    removed = guarded.removed;
    kept = guarded.text.slice(0, messageLettersMax - remarkLettersMax);
    remarks.push(say(english, "mail.shortened"));
  }
  if (mail.attachmentCount > 0) {
    remarks.push(say(english, "mail.attachments", { count: mail.attachmentCount }));
  }
  return { text: [kept.toWellFormed(), ...remarks].join("\n\n"), removed };
}

/** Control characters show nothing, and in a mail mean nothing but line ends. */
function plain(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[\p{Cc}]/gu, (character) => (/[\n\t]/.test(character) ? character : ""))
    .toWellFormed();
}

/** Drops the lines at the end that quote the mail before, with the line that says whose words they are. */
function withoutQuote(text: string): string {
  const lines = text.split("\n");
  let end = lines.length;
  while (end > 0 && lines[end - 1]?.trim() === "") end -= 1;
  const bottom = end;
  while (end > 0 && /^(?:>|\s*$)/.test(lines[end - 1] ?? "")) end -= 1;
  const isQuote = lines.slice(end, bottom).some((line) => line.startsWith(">"));
  if (!isQuote) return text;
  if (attribution.test(lines[end - 1]?.trim() ?? "")) end -= 1;
  return lines.slice(0, end).join("\n");
}
