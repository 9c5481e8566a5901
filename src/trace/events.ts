import { z } from "@hono/zod-openapi";
import type { EventKind } from "#ledger";
import { leakListed } from "./bluff/index.ts";
import { bluffVerdicts } from "./result.ts";

const id = (prefix: string) => z.string().startsWith(`${prefix}_`);
const count = z.int().nonnegative();
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const about = { trace: id("trace") };

function kind<Details>(
  name: string,
  details: z.ZodType<Details>,
  columns: EventKind["columns"] = {},
): EventKind<Details> {
  return { name: `trace.${name}`, version: 1, columns, details };
}

/**
 * Somebody gave a sample: how much it is, and a digest of it by its case's own key, which says nothing to who has not that key.
 * A command keeps no case. `key`: one of the firm's own systems gave it.
 */
export const traceBegan = kind(
  "began",
  z.strictObject({
    ...about,
    key: id("apikey").optional(),
    bytes: count,
    rows: count,
    bad: count,
    digest: digest.optional(),
  }),
);

/** What was found, as counts. The digest is of what is kept of it. */
export const traceFinished = kind(
  "finished",
  z.strictObject({
    ...about,
    ...{ rows: count, found: count, nobody: count, people: count, unseen: count },
    verdict: z.enum(bluffVerdicts),
    /** Of pictures: screens of ours, and marks that were read and don't count. */
    ...{ screens: count.optional(), refused: count.optional() },
    digest,
  }),
);

export const traceFailed = kind(
  "failed",
  z.strictObject({ ...about, failure: z.string().regex(/^[a-z_]{1,40}$/) }),
);

export const openingPurposes = ["columns", "run", "result", "report"] as const;
export type OpeningPurpose = (typeof openingPurposes)[number];

/**
 * A case is opened: for this event the keykeeper gives out its key. The client is the case's own, who is nobody; the field is
 * the trace's id.
 */
export const traceOpened = kind(
  "opened",
  z.strictObject({
    ...about,
    purpose: z.enum(openingPurposes),
    key: id("apikey").optional(),
    version: z.int(),
  }),
  { client: "required", field: "required", decision: "required" },
);

/** Somebody who stands in what was found asked for the case, and was refused. */
export const traceDenied = kind("denied", z.strictObject(about), { decision: "required" });

/** An analyst was told who a person of the result is. Why, stands beside the trace. */
export const traceNameOpened = kind(
  "name_opened",
  z.strictObject({ ...about, staff: id("staff"), called: z.string().regex(/^[A-Z]{1,3}$/) }),
);

/** In its name the keykeeper destroys the case's key: sample and result are gone for good. */
export const traceShredded = kind("shredded", z.strictObject(about), {
  client: "required",
  decision: "required",
});

export const traceEventKinds = [
  traceBegan,
  traceFinished,
  traceFailed,
  traceOpened,
  traceDenied,
  traceNameOpened,
  traceShredded,
  leakListed,
] as readonly EventKind[];
