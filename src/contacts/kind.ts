import { codeFrom } from "#outbox";
import { tellsOfCall } from "./call-words.ts";
import { writtenAccount } from "./handle.ts";
import { looksLikeRawMail } from "./mail-traces.ts";
import { withPlainDigits } from "./phone.ts";
import type { InputKind } from "./verdict.ts";
import { isWalletAddress } from "./wallet-address.ts";

/** One line of text; a raw mail has a limit of its own. */
export const textCharactersMax = 1_000_000;
/** No single contact is longer: longer text is a message. */
const contactCharactersMax = 2_048;

/** What can't be judged at all, by its reason's code. */
export type Refused = "empty" | "too_long" | "not_text";

/** Text that we refuse to read: none, too much, or not text (NUL characters, half a surrogate pair). */
export function refusedText(text: string): Refused | undefined {
  if (text.length > textCharactersMax) return "too_long";
  if (text.includes("\0") || !text.isWellFormed()) return "not_text";
  return text.trim() === "" ? "empty" : undefined;
}

/** The dash that makes a code of a message no name, whichever one a keyboard or mail program writes. */
const isWrittenCode = /^[\p{P}]{0,3}[0-9a-z]{4}[-\u2010-\u2015][0-9a-z]{4}[\p{P}]{0,3}$/iu;

const plainHost = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z][a-z0-9-]+$/;

/** What an input looks like, before anything reads it. Linear in its length; every pattern looks at bounded text. */
export function kindOf(input: string): InputKind {
  if (input.length <= 253 && plainHost.test(input)) return "host";
  const text = input.trim();
  if (/[\r\n]/.test(text) && looksLikeRawMail(text)) return "raw_mail";
  if (text.length > contactCharactersMax) return "message";
  if (isWalletAddress(text)) return "wallet_address";
  if (isWrittenCode.test(text) && codeFrom(text) !== undefined) return "outbox_code";
  const scheme = /^[a-z][a-z0-9+.-]{0,30}:/i.exec(text)?.[0]?.toLowerCase();
  if (/^(?:tel|sms|smsto|callto):$/.test(scheme ?? "")) return "phone";
  return scheme === "mailto:" ? "email" : kindOfText(text, scheme);
}

function kindOfText(text: string, scheme: string | undefined): InputKind {
  const isOneWord = !/\s/.test(text);
  if (isOneWord && isUnspacedSentence(text)) return "message";
  if (isOneWord && text.includes("://")) return "link";
  if (/^@[^\s/]+$/.test(text) || writtenAccount(text)) return "handle";
  if (tellsOfCall(text)) return "message";
  if (looksLikePhone(text)) return "phone";
  if (!isOneWord) return /^[a-z0-9 &_-]{1,11}$/i.test(text) ? "sms_sender" : "message";
  return kindOfWord(text, scheme);
}

/** Chinese, Japanese and Thai have no spaces between words: marks of a sentence, or words before a link, tell one. */
function isUnspacedSentence(text: string): boolean {
  if (!/\p{Lo}/u.test(text)) return false;
  const beforeLink = text.slice(0, Math.max(0, text.indexOf("://")));
  return /[，！？：；、،؟「」『』《》（）“”…]|[。｡]$/u.test(text) || /\p{Lo}/u.test(beforeLink);
}

function kindOfWord(text: string, scheme: string | undefined): InputKind {
  if (/^[^@/\\?#:]+@[^@/\\?#:]+$/.test(text)) return "email";
  if (/[/\\?#@]/.test(text) || /^(?:javascript|data|blob|file|https?):$/.test(scheme ?? "")) {
    return "link";
  }
  if (/[.\u3002\uff0e\uff61]|%2e|^\[|^xn--|^localhost$/i.test(text)) {
    return /:\d*$/.test(text) ? "link" : "host";
  }
  if (/^0x[0-9a-f]+$/i.test(text)) return "host";
  if (/^[a-z0-9_-]{1,11}$/i.test(text)) return "sms_sender";
  return "unknown";
}

/** Fewer digits are a short code; more, with their prefixes, are two numbers. */
const digitsMin = 7;
const digitsMax = 18;

const ipv4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;
const numberText = /^[(+]?[\d(][\d ().,/+-]{3,40}$/;
/** Digits with the letters that people put between them: O for zero, and a word on the keypad. */
const letteredNumber = /^\+?[\dOolI ().-]{5,30}$/;
const wordNumber = /^\+?1?[-. (]{0,2}\d{3}[-. )]{1,2}[a-z0-9][a-z0-9-]{4,30}$/i;

function looksLikePhone(text: string): boolean {
  if (text.length > 60) return false;
  const plain = withPlainDigits(text).replace(/ ?(?:ext|extension|x|#)[ .:=]{0,3}\d{1,7}$/i, "");
  if (ipv4.test(plain)) return false;
  const digitCount = plain.replace(/\D/g, "").length;
  if (numberText.test(plain)) return digitCount >= digitsMin && digitCount <= digitsMax;
  if (/[oOlI]/.test(plain) && letteredNumber.test(plain))
    return digitCount >= 5 && !/[a-z]{4}/i.test(plain);
  return wordNumber.test(plain);
}
