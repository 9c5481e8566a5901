import { placeholders } from "./secret.ts";

/**
 * A word, a number or a mark of a text. Letters without a space between words (Han) are a word each. A placeholder and a
 * tag of HTML stand for nothing. A name says what stands behind it, where a seed phrase is looked for.
 */
export type Token = {
  is: "word" | "number" | "mark" | "line" | "name" | "nothing";
  /** Lower case, without accents. */
  text: string;
  /** In the read text. */
  start: number;
  end: number;
};

/**
 * A text as it is compared: compatibility forms, digits of other scripts, accents, invisible characters, the marks
 * of quoted lines and an empty line behind a colon are gone. `plain` keeps capitals, `folded` doesn't; both have a place for a place.
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

const parts = /\p{Script=Han}|[\p{L}\p{M}]+(?:['\u2019][\p{L}\p{M}]+)?|\S/uy;
const tag = /<\/?[a-z][a-z0-9]{0,10}(?: [^<>\n]{0,80})?\/?>/y;
const anyLetter = /^[\p{L}\p{M}]/u;
const asciiKinds: readonly (Token["is"] | "space")[] = Array.from({ length: 127 }, (_, code) =>
  asciiKind(code),
);
/** What mail programs set before each line of a quote. A secret may run over several, and an empty one parts nothing. */
const quoting = /(?<![^\n])[ \t]*>[> \t]*(?:\n[ \t]*>[> \t]*)*/y;
const quotedLine = /(?<![^\n])[ \t]*>/;
/** An empty line between a colon and what stands behind it parts nothing, as the paragraphs of an HTML mail make one. */
const emptyLine = /(?<=[:\uff1a][^\S\n]*)\n[^\S\n]*(?=\n[^\S\n]*\S)/y;
const hasEmptyLine = /[:\uff1a][^\S\n]*\n[^\S\n]*\n/;
const invisible = /\p{Cf}|\p{Variation_Selector}|\u034f|\u20e3|\u115f|\u1160|\u3164/u;
/** Marks of kana and letters of Hangul that may stand apart from what they belong to. */
const decomposed = /[\u3099\u309a\u1100-\u11ff]/;
const accents = /[\u0300-\u036f]/g;
const masked = "асеорхуіјѕԁһӏкмтвнгпбАСЕОРХУІЈЅКМТВНοαεινρτυχκΟΑΕΙΝΡΤΥΧΚΒΗΜΖ";
const unmaskedAs = "aceopxyijsdhlkmtbhrnbACEOPXYIJSKMTBHoaeivptuxkOAEINPTYXKBHMZ";
const lookalikes = new Map(
  Array.from(masked, (letter, at) => [letter.charCodeAt(0), unmaskedAs.charAt(at)]),
);
const [firstOfHan, lastOfHan] = [0x4e00, 0x9fa5];
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
  const isParted = quotedLine.test(text) || hasEmptyLine.test(text);
  if (isAscii(text) && !isParted) return { plain: text, folded: text.toLowerCase() };
  let [plain, folded] = ["", ""];
  const places = new Int32Array(text.length * 4 + 1);
  let read = 0;
  let kept = 0;
  for (let place = 0; place < text.length; ) {
    const marks = isParted ? partingAt(text, place) : "";
    if (marks === "" && isUnchanged(text, place)) {
      places[read++] = place++;
      continue;
    }
    const character = marks || String.fromCodePoint(text.codePointAt(place) ?? 0);
    const { same, lower } = marks === "" ? forms(character) : nothing;
    const before = text.slice(kept, place);
    plain += before + same;
    folded += before + lower;
    for (let unit = 0; unit < same.length; unit++) places[read++] = place;
    place += character.length;
    kept = place;
  }
  places[read] = text.length;
  const rest = text.slice(kept);
  const asTyped = unmasked(plain + rest);
  const asRead = plain === folded ? asTyped : unmasked(folded + rest);
  return { plain: asTyped, folded: asRead, places: places.subarray(0, read + 1) };
}

/** What parts nothing and stands at a place: the marks of a quote, or an empty line behind a colon. */
function partingAt(text: string, place: number): string {
  const parting = text[place] === "\n" ? emptyLine : quoting;
  parting.lastIndex = place;
  return parting.exec(text)?.[0] ?? "";
}

/** For each code unit: 1 reads as itself, 2 doesn't, 0 not yet known. */
const unchanged = new Uint8Array(2 ** 16);

function isUnchanged(text: string, place: number): boolean {
  const code = text.charCodeAt(place);
  if (unchanged[code] === 0) unchanged[code] = readsAsItself(text.charAt(place)) ? 1 : 2;
  return unchanged[code] === 1;
}

/** Half of a pair says nothing by itself. */
function readsAsItself(unit: string): boolean {
  if (/[\ud800-\udfff]/.test(unit)) return false;
  const { same, lower } = forms(unit);
  return same === unit && lower === unit;
}

/** Latin letters for Cyrillic and Greek ones that look like them, in words that have letters of both. */
function unmasked(text: string): string {
  let read = "";
  let kept = 0;
  let start = 0;
  let isLatin = false;
  let isMasked = false;
  for (let place = 0; place <= text.length; place++) {
    const code = text.charCodeAt(place);
    const isMask = code >= 0x370 && code <= 0x52f;
    const small = code | 0x20;
    if (isMask || (small >= 97 && small <= 122 && code < 128)) {
      isLatin ||= !isMask;
      isMasked ||= isMask;
      continue;
    }
    if (isLatin && isMasked) {
      read += text.slice(kept, start) + unmaskedWord(text, start, place);
      kept = place;
    }
    start = place + 1;
    isLatin = false;
    isMasked = false;
  }
  return read === "" ? text : read + text.slice(kept);
}

function unmaskedWord(text: string, start: number, end: number): string {
  let word = "";
  for (let place = start; place < end; place++) {
    word += lookalikes.get(text.charCodeAt(place)) ?? text.charAt(place);
  }
  return word;
}

function isAscii(text: string): boolean {
  for (let place = 0; place < text.length; place++) if (text.charCodeAt(place) > 126) return false;
  return true;
}

type Forms = { same: string; lower: string };

const nothing: Forms = { same: "", lower: "" };

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
  for (let start = 0; start < folded.length; ) {
    const code = folded.charCodeAt(start);
    const is = asciiKinds[code];
    if (is === "space") {
      start += 1;
      continue;
    }
    const token = is === undefined ? anyToken(folded, start) : asciiToken(folded, start, is);
    if (token) tokens.push(token);
    start = token?.end ?? start + 1;
  }
  return tokens;
}

/** The way that most texts take: no expression runs. A word that goes on in other letters is left to the other way. */
function asciiToken(folded: string, start: number, is: Token["is"]): Token | undefined {
  let end = start + 1;
  if (is === "mark" || is === "line") {
    tag.lastIndex = start;
    if (folded[start] !== "<" || !tag.test(folded)) {
      return { is, text: folded.charAt(start), start, end };
    }
    return { is: "nothing", text: "", start, end: tag.lastIndex };
  }
  while (asciiKinds[folded.charCodeAt(end)] === is) end += 1;
  const next = folded.charCodeAt(end);
  const goesOn = is === "word" && (folded[end] === "'" || (next > 126 && !isHalf(folded, end)));
  return goesOn ? anyToken(folded, start) : { is, text: folded.slice(start, end), start, end };
}

function anyToken(folded: string, start: number): Token | undefined {
  const code = folded.charCodeAt(start);
  // Most of Han, and what says nothing: no expression need run.
  if (code >= firstOfHan && code <= lastOfHan) {
    return { is: "word", text: folded.charAt(start), start, end: start + 1 };
  }
  if (isHalf(folded, start)) {
    return { is: "mark", text: folded.charAt(start), start, end: start + 1 };
  }
  parts.lastIndex = start;
  const text = parts.exec(folded)?.[0];
  if (text === undefined) return undefined;
  const is = anyLetter.test(text) ? "word" : "mark";
  const composed = is === "word" && decomposed.test(text) ? text.normalize("NFC") : text;
  return { is, text: composed, start, end: start + text.length };
}

/** Half of a pair without the other. */
function isHalf(text: string, place: number): boolean {
  const code = text.charCodeAt(place);
  return code >= 0xd800 && code <= 0xdfff && text.codePointAt(place) === code;
}

function asciiKind(code: number): Token["is"] | "space" {
  const character = String.fromCharCode(code);
  if (character === blank) return "nothing";
  if (character === "\n") return "line";
  if (/\s/.test(character) || code < 32) return "space";
  if (/[a-z]/i.test(character)) return "word";
  return /\d/.test(character) ? "number" : "mark";
}

/** A placeholder holds no words: it is so many blanks. */
function blanked(placeholder: string): string {
  return blank.repeat(placeholder.length);
}
