import type { Token } from "./tokens.ts";

/** Letters of Hangul that end a syllable, by those that begin one. */
const finals = new Map(
  "ᄀᆨ ᄁᆩ ᄂᆫ ᄃᆮ ᄅᆯ ᄆᆷ ᄇᆸ ᄉᆺ ᄊᆻ ᄋᆼ ᄌᆽ ᄎᆾ ᄏᆿ ᄐᇀ ᄑᇁ ᄒᇂ"
    .split(" ")
    .map((pair) => [pair.charAt(0), pair.charAt(1)] as const),
);

/** "ㅂㅣ번": syllables of Hangul that were written letter by letter are put together. */
export function joinSyllables(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(isVowel)) return tokens;
  const joined: Token[] = [];
  for (let place = 0; place < tokens.length; ) {
    const length = syllableAt(tokens, place);
    const letters = tokens.slice(place, place + length);
    const [first, last] = [letters[0], letters.at(-1)];
    if (first === undefined || last === undefined) break;
    joined.push(length === 1 ? first : { ...first, text: composed(letters), end: last.end });
    place += length;
  }
  return joined;
}

/** How many tokens the syllable has that begins here; 1 for what is none. */
function syllableAt(tokens: readonly Token[], place: number): number {
  if (!isBetween(tokens[place], "\u1100", "\u1112") || !isVowel(tokens[place + 1])) return 1;
  const end = tokens[place + 2]?.text ?? "";
  const isFinal = isBetween(tokens[place + 2], "\u11a8", "\u11c2") || finals.has(end);
  return isFinal && !isVowel(tokens[place + 3]) ? 3 : 2;
}

function composed(letters: readonly Token[]): string {
  const [first = "", vowel = "", end = ""] = letters.map(({ text }) => text);
  return `${first}${vowel}${finals.get(end) ?? end}`.normalize("NFC");
}

function isVowel(token: Token | undefined): boolean {
  return isBetween(token, "\u1161", "\u1175");
}

function isBetween(token: Token | undefined, first: string, last: string): boolean {
  return token?.text.length === 1 && token.text >= first && token.text <= last;
}
