import { accountsIn } from "./message-accounts.ts";
import { numbersIn } from "./message-numbers.ts";
import { judgedMark, plainText } from "./message-text.ts";
import { contactsInWord, wordLengthMax } from "./message-words.ts";
import type { InputKind } from "./verdict.ts";
import { isWalletAddress } from "./wallet-address.ts";

/** At most this many contacts are taken from one message. */
export const contactsMax = 50;
/** Only this much of a text is searched. */
const searchedLengthMax = 200_000;
/** An address for coins, with the marks of its sentence. */
const walletLengthMin = 26;
const walletLengthMax = 150;

/** A contact in a text. `at` is where it stands in the plain form of the text (message-text.ts). */
export type FoundContact = {
  kind: Extract<InputKind, "link" | "host" | "email" | "phone" | "handle" | "wallet_address">;
  text: string;
  at: number;
};

export type Span = FoundContact & { end: number };

export type FoundContacts = {
  contacts: FoundContact[];
  /** The text with a mark over every contact, found again or not. */
  rest: string;
  /** False where there may be contacts that were not looked for. */
  isWhole: boolean;
};

/**
 * Finds links (with and without a scheme), e-mail addresses, phone numbers and handles in text of any language,
 * each once, in the order of the text. Linear in its length.
 */
export function findContacts(text: string): FoundContact[] {
  return contactsIn(plainText(text, searchedLengthMax).text).contacts;
}

/** The same for plain text, and whether that was all. */
export function contactsIn(text: string): FoundContacts {
  const words = spansInWords(text);
  const withoutWords = masked(text, words.spans);
  const accounts = accountsIn(withoutWords);
  const withoutAccounts = masked(withoutWords, accounts);
  const numbers = numbersIn(withoutAccounts);
  const phones = numbers.found.map((number): Span => ({ kind: "phone", ...number }));
  const once = new Map<string, FoundContact>();
  for (const { kind, text, at } of [...words.spans, ...accounts, ...phones]) {
    if (!once.has(text)) once.set(text, { kind, text, at });
  }
  const contacts = [...once.values()].sort((one, other) => one.at - other.at);
  return {
    contacts: contacts.slice(0, contactsMax),
    rest: masked(withoutAccounts, phones),
    isWhole: words.isWhole && numbers.isWhole && contacts.length <= contactsMax,
  };
}

/** The text with each span covered, as long as before. */
function masked(text: string, spans: readonly Span[]): string {
  let cover = "";
  let from = 0;
  for (const { at, end } of spans) {
    if (at < from) continue;
    cover += text.slice(from, at) + judgedMark.repeat(end - at);
    from = end;
  }
  return cover + text.slice(from);
}

const mayHoldContact = /[.@]|:\//;
/** Amounts and dates are neither links nor addresses. */
const isMoreThanDigits = /[^\d.,:;!?/-]|\d[/:]/;

/** All but phone numbers, each time that they are there. */
function spansInWords(text: string): { spans: Span[]; isWhole: boolean } {
  const spans: Span[] = [];
  const distinct = new Set<string>();
  for (const word of text.matchAll(/\S+/g)) {
    const wallet = walletIn(word[0], word.index);
    if (wallet) spans.push(wallet);
    if (wallet || !mayHoldContact.test(word[0]) || !isMoreThanDigits.test(word[0])) continue;
    for (let cut = 0; cut < word[0].length; cut += wordLengthMax) {
      const piece = word[0].slice(cut, cut + wordLengthMax);
      for (const span of contactsInWord(piece, word.index + cut)) {
        spans.push(span);
        distinct.add(span.text);
      }
    }
    if (distinct.size > contactsMax) return { spans, isWhole: false };
  }
  return { spans, isWhole: true };
}

function walletIn(word: string, at: number): Span | undefined {
  if (word.length < walletLengthMin || word.length > walletLengthMax) return undefined;
  const text = word.replace(/^[^a-z0-9]+|[^a-z0-9]+$/gi, "");
  if (!isWalletAddress(text)) return undefined;
  return { kind: "wallet_address", text, at, end: at + word.length };
}
