import { randomBytes } from "node:crypto";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford's base 32: no I, L, O, U
const randomLetters = 26; // 130 bits
const checkLetters = 2;
const groupLetters = 4;
/** The largest prime that two letters hold: it finds every wrong letter and every two that changed places. */
const checkPrime = 1021n;

/** How many groups of four letters a master key has. */
export const groupsOfKey = (randomLetters + checkLetters) / groupLetters;

/** A new master key, such as `4K7Q-…`: 26 random letters of base 32, 130 bits, and two that find typing errors. */
export function newMasterKey(): string {
  const letters = Array.from(randomBytes(randomLetters), (byte) => alphabet.charAt(byte & 31));
  const random = letters.join("");
  return grouped(random + checkOf(random));
}

/** The key as we write it, from what a person typed; undefined when a letter is wrong. Letters that look alike are one. */
export function masterKeyIn(typed: string): string | undefined {
  const plain = plainLetters(typed);
  const random = plain.slice(0, randomLetters);
  const isKey =
    plain.length === randomLetters + checkLetters &&
    [...plain].every((letter) => alphabet.includes(letter)) &&
    plain.slice(randomLetters) === checkOf(random);
  return isKey ? grouped(plain) : undefined;
}

/** One group of a key, counted from 1. */
export function groupOf(key: string, place: number): string {
  return key.split("-")[place - 1] ?? "";
}

/** Whether somebody typed this group: letters that look alike are one, case and spaces don't count. */
export function isGroup(typed: string, group: string): boolean {
  return plainLetters(typed) === group;
}

function plainLetters(typed: string): string {
  return typed
    .slice(0, 200)
    .toUpperCase()
    .replace(/[\s\u2010-\u2015-]/g, "")
    .replace(/[IL]/g, "1")
    .replace(/O/g, "0");
}

function grouped(letters: string): string {
  return letters.match(/.{4}/g)?.join("-") ?? "";
}

function checkOf(random: string): string {
  const number = [...random].reduce(
    (sum, letter) => (sum * 32n + BigInt(alphabet.indexOf(letter))) % checkPrime,
    0n,
  );
  const check = Number((number * 1024n) % checkPrime);
  return alphabet.charAt(check >> 5) + alphabet.charAt(check & 31);
}
