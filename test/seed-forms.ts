import { createHash } from "node:crypto";
import { entropyToMnemonic } from "@scure/bip39";
import { wordlist as czech } from "@scure/bip39/wordlists/czech.js";
import { wordlist as english } from "@scure/bip39/wordlists/english.js";
import { wordlist as french } from "@scure/bip39/wordlists/french.js";
import { wordlist as italian } from "@scure/bip39/wordlists/italian.js";
import { wordlist as japanese } from "@scure/bip39/wordlists/japanese.js";
import { wordlist as korean } from "@scure/bip39/wordlists/korean.js";
import { wordlist as portuguese } from "@scure/bip39/wordlists/portuguese.js";
import { wordlist as chinese } from "@scure/bip39/wordlists/simplified-chinese.js";
import { wordlist as spanish } from "@scure/bip39/wordlists/spanish.js";
import { wordlist as oldChinese } from "@scure/bip39/wordlists/traditional-chinese.js";

const lists = {
  english,
  spanish,
  french,
  italian,
  portuguese,
  czech,
  korean,
  japanese,
  chinese,
  oldChinese,
};
export type SeedLanguage = keyof typeof lists;
export const seedLanguages = Object.keys(lists) as SeedLanguage[];

const ordinals =
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth".split(
    " ",
  );

const romans =
  "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii xxiii xxiv".split(
    " ",
  );
const alphabet = [..."abcdefghijklmnopqrstuvwxyz"];

/** Words of a phrase, and a number that says where something is wrong with it. */
type Write = (words: readonly string[], at: number) => string;

/** How people write a phrase down. */
export const seedForms: Readonly<Record<string, Write>> = {
  plain: (words) => words.join(" "),
  commas: (words) => words.join(", "),
  numbered: (words) => words.map((word, place) => `${place + 1}. ${word}`).join(" "),
  lines: (words) => words.map((word, place) => `${place + 1}) ${word}`).join("\n"),
  emoji: (words) => words.map((word, place) => `${keycaps(place + 1)} ${word}`).join(" "),
  quotes: (words) => words.map((word) => `"${word}"`).join(" "),
  capitals: (words) => words.join(" ").toUpperCase(),
  composed: (words) => words.join(" ").normalize("NFC"),
  ordinals: (words) => words.map((word, place) => `${ordinals[place]} word is ${word}`).join(", "),
  roman: (words) => words.map((word, place) => `${romans[place]}. ${word}`).join("\n"),
  lettered: (words) => words.map((word, place) => `${alphabet[place]}) ${word}`).join("\n"),
  countedRussian: (words) => words.map((word, place) => `${place + 1}-е слово ${word}`).join(", "),
  countedKorean: (words) => words.map((word, place) => `${place + 1}번째 ${word}`).join(" "),
  countedChinese: (words) => words.map((word, place) => `第${place + 1}个 ${word}`).join("，"),
  countedTurkish: (words) => words.map((word, place) => `${place + 1}'inci ${word}`).join(" "),
  countedFrench: (words) => words.map((word, place) => `${place + 1}ème ${word}`).join(", "),
  labelled: (words) => words.map((word, place) => `word${place + 1}=${word}`).join("\n"),
  hyphened: (words) => words.map((word, place) => `w${place + 1}-${word}`).join(" "),
  pointed: (words) => words.map((word, place) => `word${place + 1}→${word}`).join("\n"),
  named: (words) => words.map((word) => `Seed word: ${word}`).join("\n"),
  numberedBehind: (words) => words.map((word, place) => `${word}${place + 1}`).join(" "),
  digit: (words, at) => words.map((word, place) => (place === at ? `${word}7` : word)).join(" "),
  said: (words) => byLine(words, (line) => `AB> ${line}`),
  saidAt: (words) => byLine(words, (line, at) => `[03.05.2026, 12:0${at}] Bob Kerr: ${line}`),
  saidByTwo: (words) => byLine(words, (line) => `Bob: ${line}\nAnn: please go on`),
  saidBelow: (words) => byLine(words, (line, at) => `Bob Kerr\n12:0${at} PM\n${line}`),
  quoted: (words) => byLine(words, (line) => `> Grant: ${line}`, 2),
  html: (words) => `<ol>${words.map((word) => `<li>${word}</li>`).join("")}</ol>`,
  reversed: (words) => words.toReversed().join(" "),
  missing: (words, at) => words.filter((_, place) => place !== at).join(" "),
  swapped: (words, at) => {
    const [one, other] = [at, (at + 1) % words.length];
    return words
      .map((word, place) => (place === one ? words[other] : place === other ? words[one] : word))
      .join(" ");
  },
  mistyped: (words, at) =>
    words.map((word, place) => (place === at ? mistyped(word, at) : word)).join(" "),
  shortened: (words) => words.map((word) => [...bare(word)].slice(0, 4).join("")).join(" "),
  sentence: (words) => `Hello, my recovery phrase is ${words.join(" ")} please help me`,
  glued: (words) => words.join(""),
  masked: (words) => words.join(" ").replace(/[aeo]/g, (letter) => lookalikes[letter] ?? letter),
  spaced: (words) => words.map((word) => [...word].join(" ")).join("   "),
};

/** Cyrillic letters that look like Latin ones. */
const lookalikes: Readonly<Record<string, string>> = { a: "\u0430", e: "\u0435", o: "\u043e" };

/** Does anybody write a phrase of this language so? Only Korean, Japanese and Chinese stand without spaces. */
export function isWritten(form: string, language: SeedLanguage): boolean {
  const isHan = language === "chinese" || language === "oldChinese";
  if (form === "masked" || form === "spaced") return language === "english";
  if (form === "glued") return isHan || language === "japanese" || language === "korean";
  return !(isHan && (form === "shortened" || form === "mistyped"));
}

/** The words of a phrase of 12 to 24, the same for the same number. */
export function seedPhrase(language: SeedLanguage, number: number): string[] {
  const digest = createHash("sha256").update(`${language} ${number}`).digest();
  const bytes = [16, 20, 24, 28, 32][number % 5] ?? 16;
  return entropyToMnemonic(digest.subarray(0, bytes), lists[language]).split(/[\s\u3000]+/);
}

/** So many words a line, as `write` writes one. */
function byLine(
  words: readonly string[],
  write: (line: string, at: number) => string,
  perLine = 4,
) {
  const lines = words.flatMap((_, at) => (at % perLine ? [] : [words.slice(at, at + perLine)]));
  return lines.map((line, at) => write(line.join(" "), at)).join("\n");
}

function keycaps(number: number): string {
  return [...String(number)].map((digit) => `${digit}\ufe0f\u20e3`).join("");
}

function bare(word: string): string {
  return word
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC");
}

function mistyped(word: string, at: number): string {
  const letters = [...word.normalize("NFC")];
  const place = at % letters.length;
  if (at % 3 === 0) letters.splice(place, 1);
  else if (at % 3 === 1) letters[place] = "x";
  else letters.splice(place, 0, letters[place] ?? "");
  return letters.join("");
}
