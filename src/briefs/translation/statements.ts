import { type Deed, deeds, type Telling } from "./deeds.ts";
import { after, find, placesOf } from "./pattern.ts";

/** What a text's statements tell, each sorted. */
export type Statements = readonly (readonly string[])[];

/**
 * What each statement of a text tells, in the text's order: a deed, with whether it may be so and whether it is denied; "not" alone
 * where one of them denies something else. Those that tell nothing are left out.
 * @param told what a word that tells either of two deeds is taken for
 */
export function statementsOf(
  text: string,
  telling: Telling,
  told: readonly Deed[] = [],
): Statements {
  const plain = withoutIdle(text, telling);
  const denial = denialOf(plain, telling);
  return statementsIn(plain, telling)
    .map((statement) => {
      const found = deedsIn(statement, telling, told);
      if (found.length === 0) return find(denial).test(statement) ? ["not"] : [];
      const isPossible = scopeOf(telling.possibly, statement, found);
      const isDenied = scopeOf(denial, statement, found);
      const turned = new RegExp(`^\\p{Ll}\\p{L}*\\s(?:${telling.behind})${after}`, "u");
      return found
        .map(({ at, deed }) => {
          const isNot = isDenied(at) || turned.test(statement.slice(at));
          return `${isPossible(at) ? "possibly " : ""}${isNot ? "not " : ""}${deed}`;
        })
        .sort();
    })
    .filter((one) => one.length > 0);
}

/** The deeds that are told anywhere in a text. */
export function deedsOf(text: string, telling: Telling): Deed[] {
  return deedsIn(text, telling).map(({ deed }) => deed);
}

/** How often a text denies something. */
export function denialCount(text: string, telling: Telling): number {
  const plain = withoutIdle(text, telling);
  return placesOf(plain, denialOf(plain, telling)).length;
}

/**
 * Whether two texts tell the same, statement by statement. What one puts into a statement, the other may put into several; what both
 * put into several stands in the same order.
 */
export function tellsTheSame(one: Statements, other: Statements): boolean {
  const [first, whole] = [one[0], other[0]];
  if (!first || !whole) return one.length === other.length;
  if (first.length > whole.length) return tellsTheSame(other, one);
  const parts = one.findIndex((_, at) => one.slice(0, at + 1).flat().length >= whole.length) + 1;
  const isWhole = isSame(one.slice(0, parts).flat(), whole);
  return isWhole && tellsTheSame(one.slice(parts), other.slice(1));
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.toSorted().join() === other.toSorted().join();
}

/** Parts between breaks; a pause begins another statement where something is told before and something told or denied behind. */
function statementsIn(text: string, telling: Telling): string[] {
  const comma = `(?=,\\s(?:[^,]*[^\\p{L},])?(?:${denialOf(text, telling)})${after})`;
  const pauses = new RegExp(`${telling.pauses}|${comma}`, "iu");
  const tells = (words: string) => deedsOf(words, telling).length > 0;
  const statements: string[] = [];
  for (const part of text.split(new RegExp(telling.breaks, "iu"))) {
    let statement = "";
    for (const words of part.split(pauses)) {
      const isOwn = tells(words) || find(denialOf(text, telling)).test(words);
      const isWhole = tells(statement) && (words.startsWith(",") || pauses.test(statement));
      if (isOwn && isWhole) {
        statements.push(statement);
        statement = words;
      } else statement += words;
    }
    statements.push(statement);
  }
  return statements;
}

/** Whether a "not" or a "may" is about what stands at a place: it is about all behind it in its statement, and where nothing is, about all. */
function scopeOf(
  pattern: string,
  statement: string,
  found: readonly { at: number }[],
): (at: number) => boolean {
  const [first] = placesOf(statement, pattern);
  if (!first) return () => false;
  const isBehind = found.some(({ at }) => at >= first.at);
  return (at) => !isBehind || at >= first.at;
}

function deedsIn(
  statement: string,
  telling: Telling,
  told: readonly Deed[] = [],
): { at: number; deed: Deed }[] {
  const places = Map.groupBy(
    deeds.flatMap((deed) =>
      placesOf(statement, telling.deeds[deed]).map(({ at }) => ({ at, deed })),
    ),
    ({ at }) => at,
  );
  return [...places.values()].flatMap((either) => {
    const [one] = [...either.filter(({ deed }) => told.includes(deed)), ...either];
    return one ?? [];
  });
}

/** What denies in a text. */
function denialOf(text: string, { denials, within }: Telling): string {
  return find(denials).test(text) ? denials : within;
}

function withoutIdle(text: string, { idle, emphatic }: Telling): string {
  return text.replace(new RegExp(find(`${idle}|${emphatic}`), "giu"), (found) =>
    " ".repeat(found.length),
  );
}
