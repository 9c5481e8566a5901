import type { Contact } from "./directory.ts";
import { readHost } from "./host.ts";
import { isLure } from "./lures.ts";
import { skeletonOf } from "./skeleton.ts";
import { isEnglishWord } from "./words.ts";

/** A name that a stranger would use to pass for the firm, ready for comparing. */
export type Brand = {
  /** As the directory writes it. */
  name: string;
  /** Its skeleton in small letters and digits alone. */
  key: string;
  /** The official contact that it stands for, or the name itself. */
  ours: string;
  /** Also a word of everyday language, so that finding it inside another word says little. */
  isOrdinary: boolean;
  /** An everyday noun, which tools and papers are named after, and no borrowed name. */
  isNoun: boolean;
  /** So short that other words hold it by chance: then it counts only by itself or beside lure words. */
  isShort: boolean;
  /** The letters that occur in the key, a bit each. */
  letters: number;
  /** How unlike a word may be and still be read as this name: see likeness.ts. */
  most: number;
  /** Where it is a compound, its two words: `coin` and `base`. */
  halves: readonly (readonly [first: string, second: string])[];
};

export type BrandIndex = {
  brands: readonly Brand[];
  /** Our own domains, to find them written inside somebody else's. */
  domains: readonly string[];
};

/** Names of creatures, stars and gods that the word list lacks; firms like to borrow them. */
const borrowedNames = new Set(
  "kraken gemini phantom phoenix titan orion atlas apollo hydra argent nexo zeus hermes artemis athena".split(
    " ",
  ),
);

/** Prepares the directory's brands once; the functions of lookalike.ts then take a few microseconds each. */
export function compileBrands(directory: { brands: string[]; contacts: Contact[] }): BrandIndex {
  const domains = directory.contacts
    .filter(({ type }) => type === "domain" || type === "origin")
    .map(domainOf)
    .filter((domain) => domain !== undefined);
  const brands = new Map<string, Brand>();
  for (const name of directory.brands) {
    const key = skeletonOf(name).replace(/[^a-z0-9]/g, "");
    if (key.length < 2 || brands.has(key)) continue;
    brands.set(key, {
      name,
      key,
      ours: domains.find((domain) => domain.includes(key)) ?? domains[0] ?? name,
      isOrdinary: isEnglishWord(key) || borrowedNames.has(key),
      isNoun: isEnglishWord(key) && !borrowedNames.has(key),
      isShort: isShort(key),
      letters: lettersOf(key),
      most: mostUnlikeness(key),
      halves: halvesOf(key),
    });
  }
  return { brands: [...brands.values()], domains: [...new Set(domains)] };
}

function domainOf({ type, value }: Contact): string | undefined {
  const host = readHost(type === "origin" ? (URL.parse(value)?.hostname ?? "") : value);
  return host.kind === "host" && !host.isIp ? host.host : undefined;
}

const halfLengthMin = 3;
/** Combining forms that firms' names are made of and dictionaries lack. */
const combiningForms = new Set(
  "meta coin crypto bit uni block defi dapp web fin tech data".split(" "),
);

/** Could this be one of the two words of a compound name? */
export function isHalf(text: string): boolean {
  return combiningForms.has(text) || isLure(text) || isEnglishWord(text);
}

function halvesOf(key: string): [first: string, second: string][] {
  const halves: [first: string, second: string][] = [];
  for (let cut = halfLengthMin; cut <= key.length - halfLengthMin; cut += 1) {
    const [first, second] = [key.slice(0, cut), key.slice(cut)];
    if (isHalf(first) && isHalf(second)) halves.push([first, second]);
  }
  return halves;
}

const shortLengthMax = 4;

/** Four consonants, as in `hsbc`, are in no other word. */
function isShort(key: string): boolean {
  return key.length <= shortLengthMax && !/^[b-df-hj-np-tv-z]{4}$/.test(key);
}

/** Short names are one letter away from half the dictionary: only twins such as `0` for `o` count for them. */
function mostUnlikeness(key: string): number {
  if (isShort(key)) return key.length < shortLengthMax ? 1 : 2;
  return key.length < 8 ? 4 : 6;
}

/** The letters and digits of a word as bits; other characters share one. */
export function lettersOf(word: string): number {
  let letters = 0;
  for (let i = 0; i < word.length; i += 1) {
    const code = word.charCodeAt(i);
    letters |= code >= 97 && code <= 122 ? 1 << (code - 97) : 1 << 26;
  }
  return letters;
}
