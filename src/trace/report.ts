import { z } from "@hono/zod-openapi";
import type { Language } from "#platform";
import type { Pseudonyms } from "./case/index.ts";
import { type MessageKey, say } from "./messages.ts";
import { photoReport, photoSchema, photoText } from "./report-photo.ts";
import { bluffVerdicts, isOutdated, type Span, type TraceResult } from "./result.ts";
import {
  aboutPerson,
  alikeIn,
  datingOf,
  decoysIn,
  foreignIn,
  leadOf,
  reasonsOf,
  rowsAboutClients,
  sensitivityOf,
} from "./sentences.ts";

const count = z.int().nonnegative();
const person = z.string().openapi({ description: "A person of this trace, such as A" });
const moment = z.iso.datetime();
const client = z.int().positive().openapi({ description: "A client's number in this trace" });
const span = { from: moment, to: moment.nullable() };
const bounds = { lower: count, best: count, upper: count };
const seen = z.array(z.object({ person, rows: count }));

/** What a trace found, for programs: people and clients under this trace's pseudonyms. */
export const reportSchema = z
  .object({
    sample: z.object({
      ...{ format: z.string(), rows: count, bad: count, columns: z.array(z.string()) },
      sha256: z.string(),
    }),
    before: moment,
    outdated: z.boolean().openapi({
      description:
        "It was found by former rules, and its figures of whom it affects are no longer counted so: an analyst runs it again on its page",
    }),
    rows: z.object({
      ...{ found: count, ambiguous: count, nobody: count, too_little: count, canaries: count },
    }),
    people: z.array(
      z.object({
        ...{ person, explains: count, alone: count, chance: z.number(), gain: z.number() },
        ...{ share: z.number(), first_at: moment, last_at: moment },
        ...{ sessions: count, devices: count, hours_utc: z.array(count) },
        views: z.array(z.object({ at: moment, line: count, client, fields: z.array(z.string()) })),
      }),
    ),
    next: z.object({ person, explains: count, gain: z.number(), rows_missing: count }).nullable(),
    alike: z.array(z.object({ person, other: person })),
    decoys: z.array(z.object({ line: count, person, seen_at: moment.nullable() })),
    simpler_methods: z.object({ overlap: seen, cover: seen }),
    unexplained: count,
    unseen: count,
    dating: z.object({
      ...{ window: z.object(span).nullable(), fits: count, of: count },
      rows: z.array(z.object({ line: count, ...span })),
    }),
    verdict: z.enum(bluffVerdicts),
    reasons: z.array(z.object({ code: z.string(), sentence: z.string() })),
    scope: z.object({
      ...{ clients: z.object(bounds), values: z.object(bounds) },
      by_field: z.array(z.object({ field: z.string(), class: z.string(), ...bounds })),
      by_class: z.array(z.object({ class: z.string(), ...bounds })),
      by_country: z.array(z.object({ country: z.string().nullable(), ...bounds })),
    }),
    by_row: z.array(
      z.object({
        ...{ line: count, outcome: z.enum(["found", "ambiguous", "nobody", "too_little"]) },
        ...{ clients: z.array(client), canary: z.boolean(), matched: z.array(z.string()) },
        ...{ wrong: z.array(z.string()), seen_by: z.array(person) },
        unseen: z.boolean().nullable().openapi({
          description:
            "It is about a client, and nobody at the desk saw what stands in it; null where it is outdated",
        }),
        fits_seen: count.nullable(),
      }),
    ),
    photo: photoSchema.nullable().openapi({ description: "Where pictures were given, not rows" }),
  })
  .openapi("TraceReport");

export type Report = z.infer<typeof reportSchema>;

/** A result as its report says it: no id of anybody is in it. */
export function reportOf(language: Language, result: TraceResult, called: Pseudonyms): Report {
  const { sample, resolution, next, dating, bluff } = result;
  const scope = result.scope.figures;
  const { format, rows, bad, columns, digest: sha256 } = sample;
  const { found, ambiguous, nobody, tooLittle: too_little, canaries } = resolution;
  const sentences = reasonsOf(language, bluff, called);
  return {
    sample: { format, rows, bad, columns: [...columns], sha256 },
    ...{ before: result.before.toISOString(), outdated: isOutdated(result) },
    rows: { found, ambiguous, nobody, too_little, canaries },
    people: peopleOf(result, called),
    next: next
      ? {
          ...{ person: called.of(next.staff), explains: next.explains, gain: next.gain },
          rows_missing: next.rowsMissing,
        }
      : null,
    alike: result.alike.map(({ staff, other }) => ({
      ...{ person: called.of(staff), other: called.of(other) },
    })),
    decoys: result.decoys.map(({ line, staff, at }) => ({
      ...{ line, person: called.of(staff), seen_at: at ? minuteOf(at) : null },
    })),
    simpler_methods: {
      overlap: result.rivals.overlap.map((one) => ({
        person: called.of(one.staff),
        rows: one.rows,
      })),
      cover: result.rivals.cover.map((one) => ({ person: called.of(one.staff), rows: one.rows })),
    },
    ...{ unexplained: result.unexplained, unseen: result.unseen },
    dating: {
      window: dating.window ? spanShown(dating.window) : null,
      ...{ fits: dating.fits, of: dating.ofRows },
      rows: dating.perRow.map((row) => ({ line: row.line, ...spanShown(row) })),
    },
    verdict: bluff.verdict,
    reasons: bluff.reasons.map(({ code }, place) => ({ code, sentence: sentences[place] ?? "" })),
    scope: {
      ...{ clients: scope.clients, values: scope.values, by_field: [...scope.byField] },
      ...{ by_class: [...scope.byClass], by_country: [...scope.byCountry] },
    },
    by_row: result.rows.map(({ line, outcome, clients, isCanary, matched, wrong, ...row }) => ({
      ...{ line, outcome, clients: [...clients], canary: isCanary, matched: [...matched] },
      ...{ wrong: [...wrong], seen_by: row.seenBy.map((staff) => called.of(staff)) },
      ...{ unseen: row.isUnseen ?? null, fits_seen: row.fitsSeen ?? null },
    })),
    photo: result.photo ? photoReport(result.photo, called) : null,
  };
}

function peopleOf({ people }: TraceResult, called: Pseudonyms): Report["people"] {
  return people.map((one) => ({
    ...{ person: called.of(one.staff), explains: one.explains, alone: one.alone },
    ...{ chance: one.chance, gain: one.gain, share: one.share },
    ...{ first_at: minuteOf(one.firstAt), last_at: minuteOf(one.lastAt) },
    ...{ sessions: one.sessions, devices: one.devices, hours_utc: [...one.hours] },
    views: one.views.map(({ at, line, client: number, fields }) => ({
      ...{ at: minuteOf(at), line, client: number, fields: [...fields] },
    })),
  }));
}

/** When somebody looked, as pages say it: to the thousandth a second it would be one event of the log. */
function minuteOf(at: Date): string {
  return `${at.toISOString().slice(0, 16)}:00Z`;
}

/** The same in sentences, for people. */
export function reportText(
  language: Language,
  begunAt: Date,
  result: TraceResult,
  called: Pseudonyms,
): string {
  const { photo, sample } = result;
  const found = photo ? photoText(language, photo, called) : rowsText(language, result, called);
  const { clients, byField, byCountry } = result.scope.figures;
  const figures = (said: string, { lower, best, upper }: typeof clients) =>
    `- ${said}: ${lower} / ${best} / ${upper}`;
  return [
    say(language, "trace.title", { at: begunAt }),
    "",
    ...(isOutdated(result) ? [say(language, "outdated.said"), ""] : []),
    ...found,
    "",
    say(language, "scope.heading"),
    say(language, "scope.hint"),
    figures(say(language, "scope.clients"), clients),
    ...byField.map((one) => figures(say(language, `field.${one.field}` as MessageKey), one)),
    ...byCountry.map((one) => figures(one.country ?? say(language, "scope.country.none"), one)),
    "",
    `${say(language, "about.digest")}: ${sample.digest}`,
    "",
  ].join("\n");
}

/** Whose looks explain rows, what they are worth, and when they were current. */
function rowsText(language: Language, result: TraceResult, called: Pseudonyms): string[] {
  const all = rowsAboutClients(result);
  const people = result.people.flatMap((one) => [
    "",
    say(language, "person.called", { called: called.of(one.staff) }),
    ...aboutPerson(language, one, all).map((sentence) => `- ${sentence}`),
  ]);
  const { cut } = result.sample;
  return [
    leadOf(language, result),
    ...(cut ? [say(language, "columns.cut", cut)] : []),
    ...foreignIn(language, result),
    ...decoysIn(language, result, called),
    ...people,
    "",
    say(language, "next.title"),
    ...alikeIn(language, result, called),
    sensitivityOf(language, result, called),
    "",
    say(language, "verdict.title"),
    say(language, `verdict.${result.bluff.verdict}`),
    ...reasonsOf(language, result.bluff, called).map((reason) => `- ${reason}`),
    "",
    say(language, "dating.title"),
    datingOf(language, result),
  ];
}

function spanShown({ from, to }: Span) {
  return { from: from.toISOString(), to: to?.toISOString() ?? null };
}
