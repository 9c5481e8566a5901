import type { Language } from "#platform";
import type { Pseudonyms } from "./case/index.ts";
import { unknownPerson } from "./exposure/index.ts";
import { type MessageKey, say } from "./messages.ts";
import type { Bluff, Span, TracedPerson, TracedRow, TraceResult } from "./result.ts";
import type { Sample } from "./sample/index.ts";

/** As natural logarithms: from here on a number says nothing to anybody. */
const gainMax = Math.log(1_000_000);

/** How many rows are about clients of ours, one or one of several. */
export function rowsAboutClients({ resolution }: TraceResult): number {
  return resolution.found + resolution.ambiguous;
}

/** What was found, in a sentence. */
export function leadOf(language: Language, result: TraceResult): string {
  const all = rowsAboutClients(result);
  const { people, unexplained } = result;
  const unread = result.sample.columns.filter((word) => word === "unknown").length;
  if (all === 0 && unread > 0) return say(language, "found.unread", { columns: unread });
  if (all === 0) return say(language, "found.nothing");
  if (people.length === 0) return say(language, "found.nobody", { all });
  return say(language, "found.people", {
    ...{ count: people.length, explained: all - unexplained, all },
  });
}

/** Which values of a sample weren't read as they stand there, and why: a sentence for each reason that there is. */
export function leftOutOf(language: Language, { stated }: Sample): string[] {
  const counts = Object.entries(stated.values) as [keyof typeof stated.values, number][];
  return counts.flatMap(([why, count]) =>
    count === 0 ? [] : say(language, `columns.values.${why}`, { count }),
  );
}

/** What isn't from the desk: said before anything else. */
export function foreignIn(language: Language, result: TraceResult): string[] {
  const { resolution, sample, unseen, before } = result;
  const { nobody } = resolution;
  return [
    ...(nobody > 0 ? [say(language, "foreign.nobody", { rows: nobody, all: sample.rows })] : []),
    ...(unseen > 0 ? [say(language, "foreign.unseen", { rows: unseen, before })] : []),
  ];
}

/** What one person's looks explain. */
export function aboutPerson(language: Language, person: TracedPerson, all: number): string[] {
  const { explains, alone, chance, gain, share, firstAt: first, lastAt: last } = person;
  const times = Number(Math.exp(gain).toPrecision(2));
  const likelier =
    gain > gainMax
      ? say(language, "person.much_likelier")
      : say(language, "person.likelier", { times });
  return [
    ...(person.staff === unknownPerson ? [say(language, "person.erased")] : []),
    say(language, "person.explains", { explains, all, chance: figure(chance) }),
    say(language, "person.alone", { alone }),
    likelier,
    say(language, "person.share", { percent: Math.round(100 * share) }),
    say(language, "person.when", { first, last }),
    say(language, "person.places", { sessions: person.sessions, devices: person.devices }),
  ];
}

/** Who would be named next, and how many more rows would settle it. */
export function sensitivityOf(language: Language, result: TraceResult, called: Pseudonyms): string {
  const { next } = result;
  if (!next) return say(language, "next.none");
  const { staff, explains, rowsMissing: rows } = next;
  return say(language, "next.said", { called: called.of(staff), explains, rows }).trim();
}

/** Values that were made for one person alone. */
export function decoysIn(
  language: Language,
  { decoys }: TraceResult,
  called: Pseudonyms,
): string[] {
  return decoys.map(({ line, staff, at }) => {
    const said = { line, called: called.of(staff) };
    return at ? say(language, "decoy.seen", { ...said, at }) : say(language, "decoy.unseen", said);
  });
}

/** Who isn't named beside whom. */
export function alikeIn(language: Language, { alike }: TraceResult, called: Pseudonyms): string[] {
  return alike.map(({ staff, other }) =>
    say(language, "alike.said", { called: called.of(staff), other: called.of(other) }),
  );
}

export function datingOf(language: Language, result: TraceResult): string {
  const { window, fits, ofRows: all } = result.dating;
  if (rowsAboutClients(result) === 0) return say(language, "dating.nothing");
  if (!window) return say(language, "dating.none");
  return say(language, "dating.window", { fits, all, when: spanOf(language, window) });
}

export function spanOf(language: Language, { from, to }: Span): string {
  return to
    ? say(language, "picture.when", { from, to })
    : say(language, "picture.when.open", { from });
}

/** Why it is judged so. A figure that is somebody's id is that person's pseudonym. */
export function reasonsOf(language: Language, { reasons }: Bluff, called: Pseudonyms): string[] {
  return reasons.map(({ code, figures }) => {
    const said = Object.entries(figures).map(([name, value]) => [name, called.orSame(value)]);
    return say(language, `bluff.reason.${code}` as MessageKey, Object.fromEntries(said));
  });
}

/** Numbers of clients, as a list. */
export function clientsIn(language: Language, clients: readonly number[]): string {
  return new Intl.ListFormat(language.tag, { type: "disjunction" }).format(clients.map(String));
}

export function fieldsIn(language: Language, fields: readonly string[]): string {
  if (fields.length === 0) return say(language, "rows.none");
  return fields.map((field) => say(language, `field.${field}` as MessageKey)).join(", ");
}

/** Who of the people saw a row, as pseudonyms; whether anybody else did, where none of them did. */
export function seenBy(language: Language, row: TracedRow, called: Pseudonyms): string {
  if (row.clients.length === 0) return say(language, "rows.none");
  if (row.seenBy.length > 0) return row.seenBy.map((one) => called.of(one)).join(", ");
  if (row.isUnseen === undefined) return say(language, "rows.none");
  return say(language, row.isUnseen ? "rows.seen.nobody" : "rows.seen.others");
}

/** One decimal is more than is known. */
export function figure(value: number): string {
  return value.toFixed(1);
}
