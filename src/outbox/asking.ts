import { createHash } from "node:crypto";
import { english, type Language } from "#platform";
import { codeFrom, codesIn, unseen } from "./code.ts";
import { codeLineOf, copiesOf } from "./inbox-words.ts";
import { type MailWords, readMailWords } from "./mail-words.ts";
import type { Reader, SentMessage } from "./reader.ts";
import { oneLine } from "./rendering.ts";
import type { Owner } from "./store.ts";

/** What somebody holds up to us: a code, the words of a message, or a whole mail. */
export type Held = { is: "code"; code: string } | { is: "words"; text: string; mail?: MailWords };

/**
 * "Did you send me this?" Only the addressee ever hears a yes, and only of these very words. Who isn't signed in gets
 * one answer to everything that may be a code of ours, whether it is one or not.
 */
export type SentAnswer =
  | { is: "ours"; message: SentMessage; by: "code" | "words" }
  /** One of our codes on words that aren't ours: a copy that somebody changed. */
  | { is: "changed"; message: SentMessage }
  | { is: "not_ours" }
  | { is: "ask_signed_in" };

/** What stands in another system's message where its code will be, when that system hashes the words. */
export const codePlace = "XXXX-XXXX";

/** Reads what was handed in: bytes as a mail, text as a code or as words. */
export async function readHeld(input: string | Uint8Array): Promise<Held> {
  if (typeof input !== "string" || looksLikeMail(input)) {
    const mail = await readMailWords(input);
    return { is: "words", text: mail?.text ?? "", ...(mail && { mail }) };
  }
  const code = codeFrom(input);
  return code === undefined ? { is: "words", text: input } : { is: "code", code };
}

/**
 * @param mailFrom the address that our mail comes from
 * @param language in which the asker's inbox shows what isn't in the message itself
 */
export async function askWhetherSent(
  reader: Reader,
  asker: Owner | undefined,
  held: Held,
  mailFrom: string | undefined,
  language: Language = english,
): Promise<SentAnswer> {
  const codes = held.is === "code" ? [held.code] : codesIn(held.text);
  if (codes.length === 0) return { is: "not_ours" };
  if (!asker) return { is: "ask_signed_in" };
  const messages = await reader.findByCodes(asker, codes);
  const last = messages.at(-1);
  if (!last) return { is: "not_ours" };
  if (held.is === "code") return { is: "ours", message: last, by: "code" };
  const same = messages.find((message) => isInWordsOf(held, message, mailFrom, language));
  if (same) return { is: "ours", message: same, by: "words" };
  const isCode = !held.mail && isCodeLine(held.text, last, language);
  return isCode ? { is: "ours", message: last, by: "code" } : { is: "changed", message: last };
}

/** Is nothing said but the code, with words that stand beside it in the message? Symbols can say something too: flags are letters. */
function isCodeLine(text: string, message: SentMessage, language: Language): boolean {
  const wordsIn = (line: string) => line.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const line = new Set(wordsIn(codeLineOf(message, language)));
  const seen = text.replace(unseen, "");
  const hasSymbols = /[^\p{ASCII}\p{L}\p{M}\p{N}\p{P}\p{Sk}\p{Cc}\s]/u.test(seen);
  return !hasSymbols && wordsIn(seen).every((word) => line.has(word));
}

function isInWordsOf(
  { text, mail }: Held & { is: "words" },
  message: SentMessage,
  mailFrom: string | undefined,
  language: Language,
): boolean {
  const { words, code, textHash } = message;
  const said = oneLine(text);
  if (!words) return hashOf(said.replaceAll(code, codePlace)).equals(textHash);
  const ours = oneLine(words.text);
  if (!mail) {
    const copies = copiesOf({ ...message, words }, language).map(oneLine);
    return [ours, `${oneLine(words.subject)} ${ours}`, ...copies].includes(said);
  }
  const isSame = said === ours && mail.subject === words.subject;
  const file = words.calendar?.text.replaceAll("\r\n", "\n");
  const isOwnFile = mail.calendar === undefined || mail.calendar === file;
  return isSame && isOwnFile && mail.from === mailFrom?.toLowerCase();
}

function hashOf(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

/** The first line is a header field of a mail. */
function looksLikeMail(text: string): boolean {
  return /^[!-9;-~]{1,70}:[^\n]*\n(?:[!-9;-~]{1,70}:|[ \t])/.test(text) && /\n\r?\n/.test(text);
}
