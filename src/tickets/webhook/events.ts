import { z } from "@hono/zod-openapi";
import type { EventKind } from "#ledger";

const webhook = z.string().startsWith("webhook_");

function kind<Details>(name: string, details: z.ZodType<Details>): EventKind<Details> {
  return { name: `tickets.webhook_${name}`, version: 1, columns: {}, details };
}

export const webhookAdded = kind("added", z.strictObject({ webhook, types: z.array(z.string()) }));

export const webhookEnded = kind(
  "ended",
  z.strictObject({ webhook, because: z.enum(["removed", "gone"]) }),
);

/** The former secret signs too, until a time. */
export const webhookRotated = kind("rotated", z.strictObject({ webhook, until: z.iso.datetime() }));

/** Something wasn't told in all its tries. It names no ticket: nothing here is a client's. */
export const webhookGivenUp = kind(
  "given_up",
  z.strictObject({
    webhook,
    message: z.string().startsWith("webmsg_"),
    attempts: z.int().positive(),
    answer: z.string().max(60),
  }),
);

export const webhookEventKinds = [
  webhookAdded,
  webhookEnded,
  webhookRotated,
  webhookGivenUp,
] as readonly EventKind[];
