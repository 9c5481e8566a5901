import { z } from "@hono/zod-openapi";
import type { EventKind } from "#ledger";

const count = z.int().nonnegative();

/** Somebody gave a list of what got out elsewhere: how many values it has. Its name stands beside the list. */
export const leakListed: EventKind<{ leak: string; entries: number; bad: number }> = {
  name: "trace.leak_listed",
  version: 1,
  columns: {},
  details: z.strictObject({ leak: z.string().startsWith("leak_"), entries: count, bad: count }),
};
