import { type Meaning, meaningOf, wordOf } from "../sample/index.ts";

/** What columns of a sample say, by their names. */
export type Columns = ReadonlyMap<string, Meaning>;

/** What columns say, by their names, as a case keeps it: JSON, in UTF-8. */
export function printColumns(columns: Columns): Buffer {
  const words = [...columns].map(([name, meaning]) => [name, wordOf(meaning)]);
  return Buffer.from(JSON.stringify(words));
}

export function readColumns(bytes: Buffer): Columns {
  const words = JSON.parse(bytes.toString()) as [string, string][];
  return new Map(words.map(([name, word]) => [name, meaningOf(word) ?? { is: "unknown" }]));
}
