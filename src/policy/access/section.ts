import { z } from "@hono/zod-openapi";
import { wordingsSchema } from "../wording-schema.ts";
import { accessTopics, fieldNames } from "./fields.ts";

const code = z.string().regex(/^[a-z][a-z0-9_]{0,49}$/);
const count = z.int().min(0).max(1_000_000);
const several = z.int().min(1).max(1_000_000);

const topic = z.enum(accessTopics, {
  error: ({ input }) => `${String(input)} is no topic: ${accessTopics.join(", ")}`,
});
const field = z.enum(fieldNames, {
  error: ({ input }) => `${String(input)} is no field: ${fieldNames.join(", ")}`,
});

/** Why staff look at a client: what a ticket of its topics needs, in as few fields as will do. */
const purposeSchema = z.strictObject({
  id: code,
  topics: z.array(topic).min(1).max(accessTopics.length),
  fields: z.array(field).min(1).max(fieldNames.length),
  /** What staff choose, and what the client reads. */
  wording: wordingsSchema,
});

/** Counts per member of the staff, unless they say otherwise. At the number it is used up. */
const budgetsSchema = z.strictObject({
  reveals_per_hour: several,
  reveals_per_day: several,
  reveals_per_28_days: several,
  reveals_per_contact: several,
  /** How many reveals a contact may cost that was resolved, on average... */
  reveals_per_resolved_contact: z.number().min(1).max(1000),
  /** ...which counts from this many reveals on. */
  ratio_from_reveals: several,
  /** On clients who never contacted that member, in all. */
  uncontacted_lifetime: count,
  /** About one client, by anybody. */
  predicates_per_client_day: several,
  searches_per_hour: several,
  searches_per_day: several,
});

/** Who may see what of a client: the numbers, the purposes, and the rules themselves in Cedar. */
export const accessSchema = z.strictObject({
  /** Whose staff is ours. Everybody else's is a vendor's. */
  own_employers: z.array(z.string().min(1).max(200)).min(1).max(100),
  purposes: z.array(purposeSchema).min(1).max(100),
  /** What may be asked of an amount: is it at least this much? In the order of the amounts. */
  thresholds: z
    .array(
      z.strictObject({
        field: z.literal("balance"),
        at_least: z.array(z.number().positive()).min(1).max(20),
      }),
    )
    .max(1),
  budgets: budgetsSchema,
  break_glass: z.strictObject({
    minutes: z.int().min(1).max(60, { error: "is over 60: break-glass lasts an hour at most" }),
    /** For how long the client may not be told. */
    sealed_days_max: z.int().min(0).max(30),
  }),
  /** A value is masked again after this. */
  shown_seconds: z.int().min(1).max(300),
  /** How many values stand on a screen at once. */
  shown_at_once: z.int().min(1).max(5, { error: "is over 5: nobody needs more on a screen" }),
  /** Each rule by its name, with the same name in `@id`. */
  policies: z.record(code, z.string().min(1).max(10_000)),
  schema: z.string().min(1).max(50_000),
});

type AccessSection = z.infer<typeof accessSchema>;

/** The part of it that Cedar reads. */
export type AccessRules = Pick<AccessSection, "policies" | "schema">;

/** What contradicts itself in a section; what only Cedar sees is in `rules-faults.ts`. */
export function accessContradictions({ purposes, thresholds }: AccessSection): string[] {
  const twice = repeated(purposes.map(({ id }) => id));
  return [
    ...twice.map((id) => `access.purposes: there are two ${id}`),
    ...purposes.flatMap(({ id, topics, fields }) => [
      ...repeated(topics).map((topic) => `access.purposes: ${id} names the topic ${topic} twice`),
      ...repeated(fields).map((field) => `access.purposes: ${id} names the field ${field} twice`),
    ]),
    ...thresholds
      .filter(({ at_least }) =>
        at_least.some((amount, place) => amount <= (at_least[place - 1] ?? 0)),
      )
      .map(
        ({ field, at_least }) =>
          `access.thresholds: those of ${field} do not rise: ${at_least.join(", ")}`,
      ),
  ];
}

function repeated(words: readonly string[]): string[] {
  return words.filter((word, place) => words.indexOf(word) !== place);
}
