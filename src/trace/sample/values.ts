import type { FieldName } from "#policy";
import type { LeakedValue, ValuePart } from "../leak.ts";
import { readAmount } from "./amounts.ts";
import type { Conventions } from "./columns.ts";
import { readDate } from "./dates.ts";
import { accountForm, emailForm, maskMarks } from "./look.ts";
import { numberIn } from "./phones.ts";
import { trimSigns } from "./plain.ts";

/** What people write where nothing is. */
const nothing =
  /^(?:n\/?a|null|nil|none|undefined|unknown|nan|k\.? ?a\.?|s\/d|-+|\?+|\.+|#n\/a|\(null\))$/i;
/** What a table program would compute: no value, whoever put it there. */
const formula = /^(?:=|@\w{1,30}\()/;
const signed = /^[+-]/;
const harmlessSigned = /^[+-][\d\s().,'\-/*•xX…]*\s?(?:[€$£¥₿]|[A-Za-z]{3,10})?$/;
const quotedNumber = /^="([^"=]{1,100})"$/;

export type Cell = { is: "value"; text: string } | { is: "empty" } | { is: "formula" };

/** A cell's text, as `plain` gave it, without what a table program puts around it. */
export function readCell(plainText: string): Cell {
  const text = (quotedNumber.exec(plainText)?.[1] ?? plainText)
    .replace(/^'(?=[+=@\d-])/, "")
    .trim();
  if (text === "" || nothing.test(text)) return { is: "empty" };
  const isFormula = formula.test(text) || (signed.test(text) && !harmlessSigned.test(text));
  return isFormula ? { is: "formula" } : { is: "value", text };
}

/** Reads a value of a field. Undefined when it can't be one: a mistake of who typed it, or of who guessed its column. */
export function readValue(
  field: FieldName,
  part: ValuePart | undefined,
  text: string,
  { dateOrder, decimalSign, country }: Conventions,
): LeakedValue | undefined {
  if (part === "words") return { field, part, text };
  if (part === "end") return ended(field, text);
  if (part === "masked") return { field, part, text: marked(text) };
  const isHidden = maskMarks.test(text) || (isNumeric(field) && /[xX#_*]{2,}|\.{3}/.test(text));
  if (isHidden) return hiddenValue(field, text);
  switch (field) {
    case "email":
      return emailForm.test(trimSigns(text, "<", ">"))
        ? whole(field, trimSigns(text, "<", ">"))
        : undefined;
    case "phone":
      return phoneValue(text, country);
    case "date_of_birth": {
      const read = readDate(text, dateOrder);
      return read && whole(field, read.iso, read.other === undefined ? [] : [read.other]);
    }
    case "balance": {
      const read = readAmount(text, decimalSign);
      return read && whole(field, read.text, read.also);
    }
    case "name":
      return nameValue(text);
    case "address":
      return /\p{L}/u.test(text) && /\p{N}/u.test(text)
        ? whole(field, text)
        : { field, part: "words", text };
    case "bank_last_four":
      return /^\d{4}$/.test(text) ? whole(field, text) : undefined;
    case "nationality":
    case "id_number":
    case "holdings_tier":
    case "flags":
      return whole(field, text);
  }
}

/** The public id of an account, with its dashes. */
export function readAccount(text: string): string | undefined {
  if (!accountForm.test(text)) return undefined;
  return text.replace(/\D/g, "").replace(/(\d{4})(?=\d)/g, "$1-");
}

/** What the firm's systems call a client: 1 to 100 visible ASCII letters. */
export function readReference(text: string): string | undefined {
  return /^[!-~]{1,100}$/.test(text) ? text : undefined;
}

/** A first and a last name as one; where the last one stands first it is the same name. */
export function joinedName(first: string, last: string): LeakedValue {
  return { field: "name", part: "whole", text: `${first} ${last}`, also: [`${last} ${first}`] };
}

function whole(field: FieldName, text: string, also: readonly string[] = []): LeakedValue {
  return { field, part: "whole", text, ...(also.length > 0 && { also }) };
}

function isNumeric(field: FieldName): boolean {
  return (
    field === "phone" ||
    field === "bank_last_four" ||
    field === "date_of_birth" ||
    field === "id_number"
  );
}

/** Only an end is left of some; of others letters at both ends are. */
function hiddenValue(field: FieldName, text: string): LeakedValue | undefined {
  const bare = marked(text);
  const end = /^[•\s.-]+([\p{L}\p{N}]{2,8})$/u.exec(bare)?.[1];
  if (field === "bank_last_four") return end && /^\d{4}$/.test(end) ? whole(field, end) : undefined;
  if (end && isNumeric(field) && field !== "date_of_birth")
    return { field, part: "end", text: end };
  return /[\p{L}\p{N}]/u.test(bare) ? { field, part: "masked", text: bare } : undefined;
}

/** One sign for whatever hides a letter. */
function marked(text: string): string {
  return text
    .replace(/\.{3,}/g, "•••")
    .replace(/[*•●∙▪■█…]/gu, "•")
    .replace(/[xX#_]{2,}/g, (run) => "•".repeat(run.length));
}

function ended(field: FieldName, text: string): LeakedValue | undefined {
  const end = /([\p{L}\p{N}]{2,12})\P{L}*$/u.exec(text.slice(-24))?.[1];
  if (end === undefined) return undefined;
  const isWhole = field === "bank_last_four" && /^\d{4}$/.test(end);
  return isWhole ? whole(field, end) : { field, part: "end", text: end };
}

/** Without its country a number is the end of the whole one, less what is dialled inside of a country alone. */
function phoneValue(text: string, country: string | undefined): LeakedValue | undefined {
  const number = numberIn(text, country);
  if (number) return whole("phone", number);
  const digits = text.replace(/\D/g, "").replace(/^0+/, "");
  const isNumber = /^[+\d\s().\-/]+$/.test(text) && digits.length >= 4 && digits.length <= 15;
  return isNumber && !text.startsWith("+")
    ? { field: "phone", part: "end", text: digits }
    : undefined;
}

function nameValue(text: string): LeakedValue | undefined {
  if (!/\p{L}/u.test(text) || /[@<>{}]/.test(text)) return undefined;
  const [last = "", first = "", ...rest] = text.split(/\s*,\s*/);
  if (first !== "" && rest.length === 0) return joinedName(first, last);
  const words = text.split(" ");
  const full = words.filter((word) => !/^\p{L}\.?$/u.test(word));
  if (full.length > 1 && full.length === words.length) return whole("name", text);
  return full.length > 0 ? { field: "name", part: "words", text: full.join(" ") } : undefined;
}
