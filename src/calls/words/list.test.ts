import assert from "node:assert/strict";
import { test } from "node:test";
import { wordlist as czech } from "@scure/bip39/wordlists/czech.js";
import { wordlist as english } from "@scure/bip39/wordlists/english.js";
import { wordlist as french } from "@scure/bip39/wordlists/french.js";
import { wordlist as italian } from "@scure/bip39/wordlists/italian.js";
import { wordlist as japanese } from "@scure/bip39/wordlists/japanese.js";
import { wordlist as korean } from "@scure/bip39/wordlists/korean.js";
import { wordlist as portuguese } from "@scure/bip39/wordlists/portuguese.js";
import { wordlist as simplifiedChinese } from "@scure/bip39/wordlists/simplified-chinese.js";
import { wordlist as spanish } from "@scure/bip39/wordlists/spanish.js";
import { wordlist as traditionalChinese } from "@scure/bip39/wordlists/traditional-chinese.js";
import { wordList } from "./list.ts";

const wordsMin = 200;
/** Sounds that differ between any two words. */
const distanceMin = 3;
/** By so many letters wallets complete a word of a seed phrase. */
const prefixLetters = 4;

const seedWords = [
  ...[czech, english, french, italian, japanese, korean, portuguese],
  ...[simplifiedChinese, spanish, traditionalChinese],
];

test("the words of calls are many, and none is of a seed phrase in any language or begins like one", () => {
  assert.ok(wordList.length >= wordsMin, `${wordList.length}`);
  assert.equal(new Set(wordList).size, wordList.length);
  const known = new Set(
    seedWords.flat().map((word) => word.normalize("NFD").replace(/\p{M}/gu, "")),
  );
  const prefixes = new Set(english.map((word) => word.slice(0, prefixLetters)));
  for (const word of wordList) {
    assert.match(word, /^[a-z]{5,12}$/);
    assert.ok(!known.has(word), word);
    assert.ok(!prefixes.has(word.slice(0, prefixLetters)), `${word} begins like one`);
  }
});

test("no two of them sound alike", () => {
  const sounds = wordList.map(soundsOf);
  for (const [at, one] of sounds.entries()) {
    for (const [other, its] of sounds.entries()) {
      if (other >= at) break;
      const far = distance(one, its);
      assert.ok(far >= distanceMin, `${wordList[at]} and ${wordList[other]}: ${far}`);
    }
  }
  assert.ok(distance(soundsOf("knight"), soundsOf("night")) === 0, "the code hears what is alike");
});

/** A word as a hurried ear has it: letters that are one sound, and vowels by where they are said. */
function soundsOf(word: string): string {
  return word
    .replace(/^kn/, "n")
    .replace(/^wr/, "r")
    .replace(/ph/g, "f")
    .replace(/ck/g, "k")
    .replace(/qu/g, "kw")
    .replace(/x/g, "ks")
    .replace(/tch|ch|sh/g, "S")
    .replace(/th/g, "t")
    .replace(/gh/g, "g")
    .replace(/c(?=[eiy])/g, "s")
    .replace(/c/g, "k")
    .replace(/g(?=[eiy])/g, "j")
    .replace(/z/g, "s")
    .replace(/j/g, "S")
    .replace(/m/g, "n")
    .replace(/v/g, "f")
    .replace(/[eiy]+/g, "I")
    .replace(/[ou]+/g, "U")
    .replace(/a+/g, "A")
    .replace(/(.)\1+/g, "$1");
}

/** How many sounds must be put in, left out or changed (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (const sound of one) {
    const next = [(row[0] ?? 0) + 1];
    for (let column = 1; column <= other.length; column += 1) {
      const changed = (row[column - 1] ?? 0) + (sound === other[column - 1] ? 0 : 1);
      next.push(Math.min((row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1, changed));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
