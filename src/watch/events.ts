import { z } from "@hono/zod-openapi";
import type { EventKind } from "#ledger";
import { detectorIds } from "./detector/index.ts";

const id = (prefix: string) => z.string().startsWith(`${prefix}_`);
const about = { case: id("case"), staff: id("staff") };

function kind<Details>(name: string, details: z.ZodType<Details>): EventKind<Details> {
  return { name: `watch.${name}`, version: 1, columns: {}, details };
}

/** A detector saw something: which, and how strong it is. What it stands on is in the ledger already. */
export const signalled = kind(
  "signalled",
  z.strictObject({ ...about, detector: z.enum(detectorIds), points: z.number() }),
);

/** Leads are shown a case: within the day's budget, or at once. */
export const caseRaised = kind(
  "case_raised",
  z.strictObject({ ...about, score: z.number(), urgent: z.boolean() }),
);

/** Why, in words, stands with the case. */
export const caseClosed = kind(
  "case_closed",
  z.strictObject({ ...about, finding: z.enum(["explained", "confirmed"]) }),
);

/** A second person looked at how a case was closed. */
export const caseLookedAtAgain = kind(
  "case_looked_at_again",
  z.strictObject({ ...about, agrees: z.boolean() }),
);

/** Committed before anything is ended: on what it stands, and how long the log was then. */
export const contained = kind(
  "contained",
  z.strictObject({
    ...about,
    evidence: z.array(id("event")),
    logSize: z.int().min(0),
  }),
);

/** It was looked into: the person can work again. */
export const released = kind("released", z.strictObject(about));

export const watchEventKinds = [
  signalled,
  caseRaised,
  caseClosed,
  caseLookedAtAgain,
  contained,
  released,
] as readonly EventKind[];
