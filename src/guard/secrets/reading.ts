import { placeholders } from "./secret.ts";

/**
 * A word, a number or a mark of a text. Letters without a space between words (Han) are a word each. A placeholder and a
 * tag of HTML stand for nothing.
 */
export type Token = {
  is: "word" | "number" | "mark" | "line" | "nothing";
  /** Lower case, without accents. */
  text: string;
  /** In the read text. */
  start: number;
  end: number;
};

/**
 * A text as it is compared: compatibility forms, digits of other scripts, accents and invisible characters are gone.
 * `plain` keeps capitals, `folded` doesn't; both have a place for a place.
 */
export type Reading = {
  plain: string;
  folded: string;
  tokens: readonly Token[];
  /** The place in the given text where that of the read text begins. */
  placeOf: (read: number) => number;
};

/** What stands for a character of a placeholder in a read text. */
export const blank = "\u0001";

const parts = new RegExp(
  `${blank}+|</?[a-z][a-z0-9]{0,10}(?: [^<>\\n]{0,80})?/?>|\\p{Script=Han}|[\\p{L}\\p{M}]+(?:['\u2019][\\p{L}\\p{M}]+)?|\\d+|\\S|\\n`,
  "gu",
);
const asciiLetter = /^[a-z]/;
const anyLetter = /^[\p{L}\p{M}]/u;
const invisible = /\p{Cf}|\p{Variation_Selector}|\u034f|\u20e3|\u115f|\u1160|\u3164/u;
/** Marks of kana and letters of Hangul that may stand apart from what they belong to. */
const decomposed = /[\u3099\u309a\u1100-\u11ff]/;
const accents = /[\u0300-\u036f]/g;
const knownMax = 20_000;
const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50];
const keycapTen = "\u{1f51f}";

export function read(text: string): Reading {
  const { plain, folded, places } = fold(text.replace(placeholders, blanked));
  return {
    plain,
    folded,
    tokens: tokensOf(folded),
    placeOf: (place) => places?.[place] ?? (places ? text.length : place),
  };
}

function fold(text: string): { plain: string; folded: string; places?: Int32Array } {
  if (isAscii(text)) return { plain: text, folded: text.toLowerCase() };
  const plain: string[] = [];
  const folded: string[] = [];
  const places = new Int32Array(text.length * 4 + 1);
  let read = 0;
  let place = 0;
  for (const character of text) {
    const { same, lower } = forms(character);
    plain.push(same);
    folded.push(lower);
    for (let unit = 0; unit < same.length; unit++) places[read++] = place;
    place += character.length;
  }
  places[read] = place;
  return { plain: plain.join(""), folded: folded.join(""), places: places.subarray(0, read + 1) };
}

function isAscii(text: string): boolean {
  for (let place = 0; place < text.length; place++) if (text.charCodeAt(place) > 126) return false;
  return true;
}

type Forms = { same: string; lower: string };

const known = new Map<string, Forms>();

/** What a character reads as, with and without capitals; no longer than four times itself. */
function forms(character: string): Forms {
  const before = known.get(character);
  if (before) return before;
  const same = foldCharacter(character).slice(0, character.length * 4);
  const lower = same.toLowerCase();
  const found = { same, lower: lower.length === same.length ? lower : same };
  if (known.size < knownMax) known.set(character, found);
  return found;
}

function foldCharacter(character: string): string {
  if (character <= "~") return character;
  if (invisible.test(character)) return "";
  if (character === keycapTen) return "10";
  const code = character.codePointAt(0) ?? 0;
  const zero = zeros.find((first) => code >= first && code < first + 10);
  if (zero !== undefined) return String(code - zero);
  return character.normalize("NFKD").replace(accents, "").normalize("NFC");
}

function tokensOf(folded: string): Token[] {
  const tokens: Token[] = [];
  parts.lastIndex = 0;
  for (let match = parts.exec(folded); match; match = parts.exec(folded)) {
    const [text] = match;
    const is = kindOf(text);
    const composed = is === "word" && decomposed.test(text) ? text.normalize("NFC") : text;
    tokens.push({ is, text: composed, start: match.index, end: match.index + text.length });
  }
  return tokens;
}

function kindOf(text: string): Token["is"] {
  const first = text.charAt(0);
  if (asciiLetter.test(first)) return "word";
  if (first >= "0" && first <= "9") return "number";
  if (first === "\n") return "line";
  if (first === blank || (first === "<" && text.length > 1)) return "nothing";
  return anyLetter.test(text) ? "word" : "mark";
}

/** A placeholder holds no words: it is so many blanks. */
function blanked(placeholder: string): string {
  return blank.repeat(placeholder.length);
}
