import type { KeyObject } from "node:crypto";
import { passingPrefixed } from "./additional-data.ts";
import { keyedHash } from "./keyed-hash.ts";
import { type FieldKind, kinds, normalForm } from "./kind.ts";

/** The name of a field's blind index, which has a key of its own. */
export function indexName({ table, field }: { table: string; field: string }): string {
  return `${table}.${field}`;
}

/**
 * A keyed hash of a value's normal form, by which equal values are found without reading any. Undefined for kinds that
 * nobody searches by, which need no key. It says that two rows hold the same value, and with its key that a guess is right.
 * @throws {WrongKind} the value isn't of this kind
 */
export function blindIndex(
  key: KeyObject | undefined,
  kind: FieldKind,
  value: string,
): Buffer | undefined {
  const { indexBits } = kinds[kind];
  const normal = normalForm(kind, value);
  if (indexBits === undefined) return undefined;
  if (!key) throw new Error(`an index of ${kind} without its key`);
  const whole = keyedHash(key, passingPrefixed("holdfast/index/1", kind, normal));
  return firstBits(whole, indexBits);
}

function firstBits(bytes: Buffer, bits: number): Buffer {
  const kept = Buffer.from(bytes.subarray(0, Math.ceil(bits / 8)));
  const surplus = kept.length * 8 - bits;
  const last = kept.length - 1;
  kept[last] = ((kept[last] ?? 0) >> surplus) << surplus;
  return kept;
}
