import type { Id } from "#platform";
import type { FieldName } from "#policy";
import type { MatchedVersion } from "../leak.ts";
import { couldBe } from "./partial.ts";
import type { ReadRow, ReadValue } from "./reading.ts";

/** Short indexes that agree in so many bits together aren't chance, among however many clients. */
const sureBits = 40;

/** What of a row is its client's. */
export type Held = {
  client: Id<"client">;
  matched: ReadonlyMap<FieldName, readonly MatchedVersion[]>;
  fitting: ReadonlySet<FieldName>;
  wrong: ReadonlySet<FieldName>;
};

/** Of one value: versions that are it, versions that have its short index, and masks of the field. */
export type Known = {
  exact: MatchedVersion[];
  alike: { version: MatchedVersion; fingerprint: Uint8Array }[];
  masks: string[];
};

type Judged = { is: "matched"; versions: MatchedVersion[] } | { is: "fitting" } | { is: "wrong" };

/**
 * What is known of a row's values, as it is told of its client. That a short index agrees says little by itself; but where
 * the client is meant by something better, the chance that another value has it is one of thousands.
 */
export function heldAs(
  { read, client, isFound }: { read: ReadRow; client: Id<"client">; isFound: boolean },
  known: readonly Known[],
): Held {
  const isMeant = isFound || isSure(read.values, known);
  const matched = new Map<FieldName, MatchedVersion[]>();
  const [fitting, wrong] = [new Set<FieldName>(), new Set<FieldName>()];
  for (const [place, value] of read.values.entries()) {
    const of = known[place];
    if (!of) continue;
    const judged = judge(value, of, isMeant);
    if (judged.is === "fitting") fitting.add(value.field);
    else if (judged.is === "wrong") wrong.add(value.field);
    else matched.set(value.field, merged(matched.get(value.field) ?? [], judged.versions));
  }
  // Of two values in one field the better one speaks: a client has one number, and the row has two.
  for (const field of matched.keys()) fitting.delete(field);
  for (const field of [...matched.keys(), ...fitting]) wrong.delete(field);
  return { client, matched, fitting, wrong };
}

/** Whether the row's own values say that no other client is meant: one that finds records, or several short indexes. */
function isSure(values: readonly ReadValue[], known: readonly Known[]): boolean {
  const bits = new Map<FieldName, number>();
  for (const [place, value] of values.entries()) {
    const of = known[place];
    if (value.is !== "indexed" || !of) continue;
    if (of.exact.length > 0) return true;
    if (of.alike.length > 0) bits.set(value.field, value.bits);
  }
  return [...bits.values()].reduce((sum, one) => sum + one, 0) >= sureBits;
}

function judge(value: ReadValue, { exact, alike, masks }: Known, isMeant: boolean): Judged {
  switch (value.is) {
    case "indexed": {
      const short = isMeant ? alike.map(({ version }) => version) : [];
      const versions = merged(exact, short);
      if (versions.length > 0) return { is: "matched", versions };
      return { is: alike.length > 0 ? "fitting" : "wrong" };
    }
    case "spelled":
      if (exact.length > 0) return { is: "matched", versions: exact };
      return { is: value.kind === "text" && masks.length > 0 ? "fitting" : "wrong" };
    case "partial":
      return { is: masks.some((mask) => couldBe(value, mask)) ? "fitting" : "wrong" };
    case "impossible":
      return { is: "wrong" };
  }
}

function merged(
  one: readonly MatchedVersion[],
  other: readonly MatchedVersion[],
): MatchedVersion[] {
  if (other.length === 0) return [...one];
  const all = new Map([...one, ...other].map((each) => [each.version, each]));
  return [...all.values()].sort((a, b) => a.version - b.version);
}

/** Whether something that records are found by is this client's: a name, not a nationality. */
export function hasIndexedMatch({ values }: ReadRow, { matched }: Held): boolean {
  return values.some(({ is, field }) => is === "indexed" && matched.has(field));
}
