import { type FieldName, fieldNames } from "#policy";
import type { ValuePart } from "../leak.ts";

/** What no screen of the desk shows of anybody: a row that has it wasn't taken from one, or not only. */
const foreignKinds = [
  "password",
  "seed",
  "private_key",
  "pin",
  "card_code",
  "card",
  "iban",
  "ssn",
  "selfie",
  "ip",
  "one_time_code",
  "security_answer",
  "wallet",
  "other",
] as const;
type ForeignKind = (typeof foreignKinds)[number];

/** What a column of a sample says. */
export type Meaning =
  /** A field of a client. Without a part each value says itself how much of it stands there. */
  | { is: "field"; field: FieldName; part?: ValuePart }
  /** The first or the last words of names: in a row that has both they are one name. */
  | { is: "name"; piece: "first" | "last" }
  | { is: "account" }
  | { is: "reference" }
  | { is: "foreign"; what: ForeignKind }
  /** Nobody said what it is: it speaks neither for the desk nor against it. */
  | { is: "unknown" }
  /** It says nothing of a client, such as a running number. */
  | { is: "ignored" };

const parts: readonly ValuePart[] = ["whole", "end", "masked", "words"];

const byWord = new Map<string, Meaning>([
  ["account", { is: "account" }],
  ["reference", { is: "reference" }],
  ...fieldNames.flatMap((field): [string, Meaning][] => [
    [field, { is: "field", field }],
    ...parts.map((part): [string, Meaning] => [`${field}.${part}`, { is: "field", field, part }]),
  ]),
  ["name.first", { is: "name", piece: "first" }],
  ["name.last", { is: "name", piece: "last" }],
  ...foreignKinds.map((what): [string, Meaning] => [`foreign.${what}`, { is: "foreign", what }]),
  ["unknown", { is: "unknown" }],
  ["ignored", { is: "ignored" }],
]);

/** Every meaning as one word, for a form or a file: `email`, `phone.end`, `name.first`, `foreign.password`, `unknown`. */
export const meaningWords: readonly string[] = [...byWord.keys()];

/** Undefined for a word that isn't in `meaningWords`. */
export function meaningOf(word: string): Meaning | undefined {
  return byWord.get(word);
}

export function wordOf(meaning: Meaning): string {
  switch (meaning.is) {
    case "field":
      return meaning.part ? `${meaning.field}.${meaning.part}` : meaning.field;
    case "name":
      return `name.${meaning.piece}`;
    case "foreign":
      return `foreign.${meaning.what}`;
    case "account":
    case "reference":
    case "unknown":
    case "ignored":
      return meaning.is;
  }
}
