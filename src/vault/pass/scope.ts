import { z } from "@hono/zod-openapi";
import { dayMs, dayOf } from "#platform";
import { fieldNames } from "#policy";

export const breakGlassKind = "vault.break_glass";
export const restrictedKind = "vault.restricted";

/** What a second person agrees to, as the approval keeps it: of whom stands elsewhere. */
export const breakGlassScope = z.strictObject({
  fields: z.array(z.enum(fieldNames)).min(1),
  purpose: z.string(),
  seal: z
    .strictObject({
      days: z.int().min(1).max(30),
      reason: z.enum(["investigation", "legal_order", "personal_safety"]),
    })
    .optional(),
});

/** The day with whose beginning, in UTC, the client reads of what was agreed to now: within so many days, never later. */
export function readableFrom(days: number, now: Date): string {
  return dayOf(new Date(now.getTime() + days * dayMs));
}

export type BreakGlassScope = z.output<typeof breakGlassScope>;

export const restrictedScope = z.strictObject({
  ticket: z.string().startsWith("ticket_"),
  field: z.enum(fieldNames),
  purpose: z.string(),
});
