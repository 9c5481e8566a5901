import { createHash } from "node:crypto";
import { type FieldKind, type Keykeeper, normalForm } from "#keys";
import { InvalidInput } from "#platform";

/** What stands on the lines of a list: values, or hashes of them in hexadecimal. */
export const entryKinds = ["email", "phone", "sha1", "sha256"] as const;
export type EntryKind = (typeof entryKinds)[number];

/** What an entry is made of. */
export type Listed = { kind: EntryKind; text: string };

const table = "trace.known_leaks";
const indexKind: Readonly<Record<EntryKind, FieldKind>> = {
  email: "email",
  phone: "phone",
  sha1: "reference",
  sha256: "reference",
};
/** As much of a hash as is looked at before it is known how many values there are. */
export const wholeBits = 32;

/** What a line holds; undefined when it is none of the four. */
export function listedIn(line: string): Listed | undefined {
  const text = line.trim().replace(/^"(.*)"$/, "$1");
  if (text.includes("@")) return { kind: "email", text };
  if (/^[0-9a-f]{40}$/i.test(text)) return { kind: "sha1", text: text.toLowerCase() };
  if (/^[0-9a-f]{64}$/i.test(text)) return { kind: "sha256", text: text.toLowerCase() };
  return /^(?:\+|00)[\d\s().\-/]{6,30}$/.test(text) ? { kind: "phone", text } : undefined;
}

/** All of some kinds that may stand for a value in a list: itself, and its hashes as lists have them. */
export function listedFor(
  field: "email" | "phone",
  text: string,
  kinds: ReadonlySet<EntryKind>,
): Listed[] {
  const normal = normalOf(field, text);
  if (normal === undefined) return [];
  const hashed = field === "phone" ? [normal, normal.slice(1)] : [normal];
  const hashes = (["sha1", "sha256"] as const)
    .filter((kind) => kinds.has(kind))
    .flatMap((kind) =>
      hashed.map((one) => ({ kind, text: createHash(kind).update(one).digest("hex") })),
    );
  return kinds.has(field) ? [{ kind: field, text: normal }, ...hashes] : hashes;
}

/**
 * The first 32 bits of each one's keyed hash, in their places; undefined for what isn't of its kind. The key is the
 * keykeeper's, one for each kind.
 */
export async function hashesOf(
  keykeeper: Pick<Keykeeper, "blindIndexes">,
  listed: readonly Listed[],
): Promise<(number | undefined)[]> {
  const indexes = await keykeeper.blindIndexes(
    listed.map(({ kind, text }) => ({ table, field: kind, kind: indexKind[kind], value: text })),
  );
  return indexes.map((index) => index && Buffer.from(index).readUInt32BE(0));
}

/**
 * How much of a hash is kept of so many different values: by 7 bits more than it takes to number them an entry stands for
 * one in 128 of all values that there may be, and says of none that it is in the list.
 */
export function bitsFor(entries: number): number {
  return Math.ceil(Math.log2(Math.max(1, entries))) + 7;
}

/** The first bits of a hash, as a number. */
export function cut(hash: number, bits: number): number {
  return Math.floor(hash / 2 ** (wholeBits - bits));
}

function normalOf(field: "email" | "phone", text: string): string | undefined {
  try {
    return normalForm(field, text);
  } catch (error) {
    if (error instanceof InvalidInput) return undefined;
    throw error;
  }
}
