import { withoutChatStart } from "./labelled.ts";
import type { Limits } from "./limits.ts";
import { lineItems } from "./line-items.ts";
import { type Look, lookOf } from "./look.ts";
import { plain, trimSigns } from "./plain.ts";
import type { ColumnNames, Item } from "./record.ts";
import type { SampleLine } from "./sample-text.ts";

/** What is looked for in text that nobody put in order, and what its column is called. */
const columns: Partial<Record<Look, string>> = {
  email: "email",
  masked_email: "email",
  phone: "phone",
  account: "account",
  date: "date",
  amount: "amount",
  ip: "ip",
  card: "card number",
  iban: "iban",
  ssn: "ssn",
  wallet: "wallet",
  hash: "hash",
  digits: "digits",
};
/** What is shorter says nothing of anybody. */
const lettersMin = 4;
const tokensMax = 200;
const wordsColumn = "words";
/** Of HTML or XML: it parts what stands around it. An address between the same signs is none. */
const tag = /<[/!?]?[a-z][\w:-]*(?:\s[^<>]*)?\/?>/gi;
const capitalised = /^\p{Lu}[\p{L}\p{M}'’-]*[,.]?$/u;
const numeric = /^[+(]?\d[\d().\-/]*$|^\(\d+\)$/;
const opening = "(\"'<[";
const closing = ")\"'>].,;:!?";

/** Text as people paste or type it, such as a chat: a record a line that holds something like a value. */
export function* freeTextItems(
  lines: Iterable<SampleLine>,
  names: ColumnNames,
  limits: Limits,
): Generator<Item> {
  yield* lineItems(lines, limits.valueLetters * 4, (text) => {
    if (text.trim() === "") return "blank";
    const found = valuesIn(text);
    const hasValue = found.some(({ name }) => name !== wordsColumn) || isNames(text);
    return hasValue ? { cells: cellsOf(found, names) } : { because: "nothing_found" };
  });
}

type Found = { name: string; value: string };

/** Values in a line, each with what it looks like; capitalised words that stand together are one. */
export function valuesIn(text: string): Found[] {
  const found: Found[] = [];
  const tokens = plain(withoutChatStart(text).replace(tag, " "))
    .split(/[\s,;|]+/)
    .filter(Boolean)
    .slice(0, tokensMax);
  for (let at = 0; at < tokens.length; ) {
    const taken = longest(tokens, at);
    if (taken) found.push({ name: taken.name, value: taken.value });
    at += taken?.tokens ?? 1;
  }
  return found;
}

function longest(tokens: readonly string[], at: number): (Found & { tokens: number }) | undefined {
  const numbers = run(tokens, at, 6, (token) =>
    numeric.test(trimSigns(token, "", closing) || token),
  );
  for (let count = numbers; count > 1; count -= 1) {
    const value = trimSigns(tokens.slice(at, at + count).join(" "), "", ".,;:");
    const digits = value.replace(/\D/g, "").length;
    const look = digits < 7 || digits > 19 ? "text" : lookOf(value);
    if (look === "phone" || look === "digits" || look === "card" || look === "account") {
      return { name: columns[look] ?? look, value, tokens: count };
    }
  }
  const words = run(tokens, at, 5, (token) => capitalised.test(token));
  if (words > 1) {
    const value = trimSigns(tokens.slice(at, at + words).join(" "), "", ".,");
    return { name: wordsColumn, value, tokens: words };
  }
  const single = trimSigns(tokens[at] ?? "", opening, closing);
  const name = single.length < lettersMin ? undefined : columns[lookOf(single)];
  const isAmount = name === "amount" && !/[.,€$£]/.test(single);
  return name && !isAmount ? { name, value: single, tokens: 1 } : undefined;
}

function run(
  tokens: readonly string[],
  at: number,
  max: number,
  fits: (token: string) => boolean,
): number {
  let count = 0;
  while (count < max && at + count < tokens.length && fits(tokens[at + count] ?? "")) count += 1;
  return count;
}

/** A line that is a name and nothing else: a list of names. */
function isNames(text: string): boolean {
  return (
    plain(text)
      .split(" ")
      .every((token) => capitalised.test(token)) && /\s/.test(text.trim())
  );
}

function cellsOf(found: readonly Found[], names: ColumnNames): (string | undefined)[] {
  const cells: (string | undefined)[] = [];
  const times = new Map<string, number>();
  for (const { name, value } of found.slice(0, 40)) {
    const time = (times.get(name) ?? 0) + 1;
    if (time > 3) continue;
    times.set(name, time);
    cells[names.placeOf(time === 1 ? name : `${name} ${time}`)] = value;
  }
  return cells;
}
