import { createHmac, type KeyObject } from "node:crypto";
import { type Id, idBytes } from "#platform";

const nameWordsMax = 3;
const namePartMax = 40;

/**
 * What a canary's addresses are made of: `noor.haddad@example.net`. A name in other letters than Latin ones
 * leaves little of itself.
 */
export function emailForm(name: string, domain: string): string {
  const plain = name.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "");
  const words = plain.split(/[^a-z]+/).filter(Boolean);
  const local = words.slice(0, nameWordsMax).join(".").slice(0, namePartMax) || "mail";
  return `${local}@${domain.toLowerCase()}`;
}

/** How people make an address of their name. One shape for all canaries would give each away once it is seen. */
const shapes: readonly ((words: readonly string[]) => string)[] = [
  (words) => words.join("."),
  (words) => words.join(""),
  (words) => words.join("_"),
  (words) => words.toReversed().join("."),
  ([first = "", ...more]) => `${first.slice(0, 1)}${more.join("") || first.slice(1)}`,
  ([first = "", ...more]) => `${first}.${more.join("").slice(0, 1) || "x"}`,
];

/** And which number they put behind it: any of two or three digits, or a year. */
const endings = [
  { from: 10, to: 99 },
  { from: 1950, to: 2009 },
  { from: 100, to: 999 },
] as const;

/** When those of that are used up, on a large desk. */
const longEnding = { from: 1_000, to: 999_999 };
const shortAttempts = 20;

/**
 * The address of a canary that one person sees: `haddad.noor84@example.net`. Without the key nobody knows whose it is, or
 * that it is one.
 * @param attempt counts from 0; the next one when another person's came out the same
 */
export function decoyEmail(
  key: KeyObject,
  { client, viewer }: { client: Id<"client">; viewer: Id<"staff"> },
  form: string,
  attempt: number,
): string {
  const digest = createHmac("sha256", key)
    .update(idBytes(client))
    .update(idBytes(viewer))
    .update(Buffer.from([attempt]))
    .digest();
  const shape = oneOf(shapes, digest.readUInt16BE(0));
  const ending = attempt < shortAttempts ? oneOf(endings, digest.readUInt16BE(2)) : longEnding;
  const number = ending.from + (digest.readUInt32BE(4) % (ending.to - ending.from + 1));
  const [name = "", domain = ""] = form.split("@");
  return `${shape(name.split("."))}${number}@${domain}`;
}

function oneOf<One>(among: readonly One[], number: number): One {
  const one = among[number % among.length];
  if (one === undefined) throw new Error("there is nothing to choose from");
  return one;
}
