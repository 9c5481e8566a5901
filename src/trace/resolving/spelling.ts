import { type FieldKind, normalForm } from "#keys";
import { InvalidInput } from "#platform";

/** More spellings of one value aren't tried. */
const spellingsMax = 24;

/** What an amount that came without its currency is tried with. */
const currencies = ["EUR", "USD", "GBP"];

/**
 * How a value may be written at the desk, for values that can be compared letter by letter alone.
 * @param texts as the sample has it, the likeliest first
 */
export function spellingsOf(kind: FieldKind, texts: readonly string[]): string[] {
  const trimmed = texts.map((text) => text.trim()).filter((text) => text !== "");
  const all = [...trimmed, ...trimmed.flatMap((text) => othersOf(kind, text))];
  return [...new Set(all)].slice(0, spellingsMax);
}

function othersOf(kind: FieldKind, text: string): string[] {
  switch (kind) {
    case "name":
    case "address":
    case "text":
      return [capitalised(text), text.toUpperCase(), text.toLowerCase()];
    case "date":
      return normalOrNothing(kind, text);
    case "amount":
      return /^-?\d[\d.]*$/.test(text) ? currencies.map((currency) => `${text} ${currency}`) : [];
    default:
      return [];
  }
}

/** The only form in which a record has a date, whatever stands around it here. */
function normalOrNothing(kind: FieldKind, text: string): string[] {
  try {
    return [normalForm(kind, text)];
  } catch (error) {
    if (error instanceof InvalidInput) return [];
    throw error;
  }
}

function capitalised(text: string): string {
  return text.toLowerCase().replace(/(?<![\p{L}\p{M}'’])\p{L}/gu, (letter) => letter.toUpperCase());
}
