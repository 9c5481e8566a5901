import { z } from "@hono/zod-openapi";
import type { Id } from "#platform";
import type { Quote } from "./quote.ts";
import { slotSchema, subjectSchema } from "./slot.ts";
import { type Value, valueSchema } from "./value.ts";
import { type Verb, verbs } from "./verb.ts";

/** Who says it, as its source tells. The article itself says what it says of nobody. */
export const speakers = ["firm", "authority", "actor", "analyst", "article", "other"] as const;
export type Speaker = (typeof speakers)[number];

/** What a claim says; it never changes. Another value is another claim, which supersedes this one. */
export const statementSchema = z.strictObject({
  slot: slotSchema,
  subject: subjectSchema,
  value: valueSchema,
  /** It says that this isn't so. */
  denied: z.boolean().default(false),
  /** "Potentially", "allegedly": it says no more than that it can be. */
  possible: z.boolean().default(false),
  verb: z.enum(verbs).optional(),
  speaker: z.enum(speakers),
});
export type Statement = {
  slot: string;
  subject: string;
  value: Value;
  denied: boolean;
  possible: boolean;
  verb?: Verb | undefined;
  speaker: Speaker;
};

/** A passage of a source that says what the claim says. */
export type Support = { source: Id<"source">; quote: Quote };

export const statuses = [
  "proposed",
  "firm_says",
  "confirmed",
  "disputed",
  "open",
  "refuted",
  "superseded",
  "withdrawn",
] as const;
export type Status = (typeof statuses)[number];

export const visibilities = ["internal", "public"] as const;
export type Visibility = (typeof visibilities)[number];

/** Who wrote a claim down: nothing but a person ever decides on one. */
export type Author =
  | { is: "person"; staff: Id<"staff"> }
  | { is: "rules" }
  | { is: "model"; name: string };

export type Claim = Statement & {
  id: Id<"claim">;
  /** Within its brief, from 1: what a permalink says. */
  number: number;
  author: Author;
  addedAt: Date;
  supports: readonly Support[];
  /** What was decided on it, in order; none yet, and it is proposed. */
  decisions: readonly Decision[];
};

/** One change of what is thought of a claim, by a person, for a reason. Each is an event of the ledger. */
export type Decision = {
  status: Status;
  visibility: Visibility;
  by: Id<"staff">;
  at: Date;
  reason: string;
  /** What stands in its place, of a superseded one. */
  into?: Id<"claim"> | undefined;
};

export function statusOf({ decisions }: Pick<Claim, "decisions">): Status {
  return decisions.at(-1)?.status ?? "proposed";
}

/** Nothing is public that nobody made so. */
export function visibilityOf({ decisions }: Pick<Claim, "decisions">): Visibility {
  return decisions.at(-1)?.visibility ?? "internal";
}

const over: ReadonlySet<Status> = new Set(["refuted", "superseded", "withdrawn"]);

/** Whether it still says something: it can contradict others, and be contradicted. */
export function stands(claim: Pick<Claim, "decisions">): boolean {
  return !over.has(statusOf(claim));
}
