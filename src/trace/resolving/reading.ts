import { type FieldKind, indexBitsOf, type Keykeeper } from "#keys";
import type { FieldName } from "#policy";
import { fieldTable, kindOf, referencePlace } from "#vault";
import type { LeakedRow, LeakedValue } from "../leak.ts";
import type { Partial } from "./partial.ts";

/** More spellings of one value aren't looked up. */
const textsMax = 6;

/** By these a client is found alone. The ends of account numbers are many clients' each. */
const finding = ["email", "phone", "id_number"] as const satisfies readonly FieldName[];

/** A whole value whose kind has an index: by it a record is found, or told that it isn't the one. */
export type IndexedValue = {
  is: "indexed";
  field: FieldName;
  indexes: readonly Uint8Array[];
  /** Of each index: with fewer than 256, other values have the same one. */
  bits: number;
  kind: FieldKind;
  texts: readonly string[];
};

export type ReadValue =
  | IndexedValue
  /** It can be compared letter by letter alone. Of free words that differ nothing is told: "Dutch" may stand for "NL". */
  | { is: "spelled"; field: FieldName; kind: FieldKind; texts: readonly string[] }
  /** What is there can be held against a mask. */
  | ({ is: "partial"; field: FieldName } & Partial)
  /** No record takes such a value. */
  | { is: "impossible"; field: FieldName };

/** What a client is found by, in the order of how sure it is. */
export type Finder =
  | { by: "account"; publicId: string }
  | { by: "reference"; index: Uint8Array }
  | { by: "value"; value: IndexedValue };

export type ReadRow = { row: LeakedRow; values: readonly ReadValue[]; finders: readonly Finder[] };

/** Rows with the indexes of their values. The keykeeper makes them, in one call for all. */
export async function readRows(
  keykeeper: Pick<Keykeeper, "blindIndexes">,
  rows: readonly LeakedRow[],
): Promise<ReadRow[]> {
  const asked = new Map<string, Parameters<Keykeeper["blindIndexes"]>[0][number]>();
  for (const { values, reference } of rows) {
    if (reference !== undefined)
      asked.set(`reference ${reference}`, { ...referencePlace, value: reference });
    for (const value of values) {
      const kind = kindOf[value.field];
      if (value.part !== "whole" || indexBitsOf(kind) === undefined) continue;
      for (const text of textsOf(value)) {
        asked.set(`${value.field} ${text}`, {
          table: fieldTable,
          field: value.field,
          kind,
          value: text,
        });
      }
    }
  }
  const indexes = await keykeeper.blindIndexes([...asked.values()]);
  const named = [...asked.keys()].map((name, place) => [name, indexes[place]] as const);
  const byName = new Map(named);
  return rows.map((row) => readRow(row, (name) => byName.get(name)));
}

type FindIndex = (name: string) => Uint8Array | undefined;

function readRow(row: LeakedRow, find: FindIndex): ReadRow {
  const values = row.values.map((value) => readValue(value, find));
  const reference = row.reference === undefined ? undefined : find(`reference ${row.reference}`);
  const finders: Finder[] = [
    ...(row.account === undefined ? [] : [{ by: "account" as const, publicId: row.account }]),
    ...(reference ? [{ by: "reference" as const, index: reference }] : []),
    ...finding.flatMap((field) =>
      values.flatMap((value) =>
        value.is === "indexed" && value.field === field ? [{ by: "value" as const, value }] : [],
      ),
    ),
  ];
  return { row, values, finders };
}

function readValue(value: LeakedValue, find: FindIndex): ReadValue {
  const { field, part, text } = value;
  const kind = kindOf[field];
  if (part !== "whole") return { is: "partial", field, kind, part, text };
  const bits = indexBitsOf(kind);
  const texts = textsOf(value);
  if (bits === undefined) return { is: "spelled", field, kind, texts };
  const indexes = distinct(texts.flatMap((one) => find(`${field} ${one}`) ?? []));
  if (indexes.length === 0) return unreadable(field, kind, text);
  return { is: "indexed", field, kind, texts, indexes, bits };
}

/** What isn't of its kind: a number without its country has an end, a date in another form can't be told. */
function unreadable(field: FieldName, kind: FieldKind, text: string): ReadValue {
  const isImpossible = kind === "email" || kind === "name" || kind === "address";
  return isImpossible
    ? { is: "impossible", field }
    : { is: "partial", field, kind, part: "end", text };
}

function textsOf({ text, also = [] }: LeakedValue): string[] {
  return [text, ...also].slice(0, textsMax);
}

function distinct(indexes: readonly Uint8Array[]): Uint8Array[] {
  return [...new Map(indexes.map((index) => [keyOf(index), index])).values()];
}

/** By it two indexes are the same. */
export function keyOf(index: Uint8Array): string {
  return Buffer.from(index.buffer, index.byteOffset, index.byteLength).toString("latin1");
}

/** By it a value's index has a name of its own. */
export function nameOf(field: FieldName, index: Uint8Array): string {
  return `${field} ${keyOf(index)}`;
}
