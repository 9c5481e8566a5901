import { z } from "@hono/zod-openapi";
import type { EventKind } from "#ledger";

const code = z.string().regex(/^[a-z_]{1,40}$/);
/** SHA-256 of `type:value`, in base64url: who knows the indicator finds it, and the event doesn't say it. */
const digest = z.string().length(43);

/** Somebody reported a scam: what the guard made of it, and none of its words. */
const reported = z.strictObject({
  report: z.string().startsWith("report_"),
  reporter: z.enum(["client", "guest", "anonymous"]),
  verdict: z.enum(["scam", "suspicious", "nothing_found"]),
  signals: z.array(code),
  indicators: z.int().nonnegative(),
});

export const scamReported: EventKind<z.infer<typeof reported>> = {
  name: "tickets.scam_reported",
  version: 1,
  columns: { client: "required", ticket: "required" },
  details: reported,
};

const confirmed = z.strictObject({
  ...{ type: code, digest },
  by: z.enum(["reports", "analyst"]),
  reports: z.int().nonnegative(),
  independent: z.int().nonnegative(),
  first_reported_at: z.iso.datetime(),
  last_reported_at: z.iso.datetime(),
});

/** From now on the checker warns of an indicator. It is nobody's event, so that it proves nothing of who reported. */
export const indicatorConfirmed: EventKind<z.infer<typeof confirmed>> = {
  name: "tickets.indicator_confirmed",
  version: 1,
  columns: {},
  details: confirmed,
};

const rejected = z.strictObject({ type: code, digest });

export const indicatorRejected: EventKind<z.infer<typeof rejected>> = {
  name: "tickets.indicator_rejected",
  version: 1,
  columns: {},
  details: rejected,
};

const approached = z.strictObject({ reporter: z.enum(["staff", "guest", "anonymous"]) });

/** Somebody reported an offer or a threat: what kind of reporter, never which one. */
export const approachReported: EventKind<z.infer<typeof approached>> = {
  name: "tickets.approach_reported",
  version: 1,
  columns: { client: "required", ticket: "required" },
  details: approached,
};

export const reportEventKinds = [
  scamReported,
  indicatorConfirmed,
  indicatorRejected,
  approachReported,
] as readonly EventKind[];
