import { z } from "@hono/zod-openapi";
import type { EventKind } from "#ledger";

const notice = z.string().startsWith("notice_");
const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** A message exists from now on: what isn't registered isn't ours. `text` is the SHA-256 of what it says. */
export const messageRegistered: EventKind<{ notice: string; template: string; text: string }> = {
  name: "outbox.message_registered",
  version: 1,
  columns: { client: "optional" },
  details: z.strictObject({ notice, template: z.string().min(1), text: hash }),
};

/** The desk reads a client's address to hand one message over. */
export const deliveryAttempted: EventKind<{
  notice: string;
  attempt: number;
  version: number;
}> = {
  name: "outbox.delivery_attempted",
  version: 1,
  columns: { client: "required", field: "required", decision: "required" },
  details: z.strictObject({ notice, attempt: z.int().positive(), version: z.int() }),
};

/** The client's mail system refused a message, at once or later. `status` is its own code (RFC 3463 or RFC 5321). */
export const bounced: EventKind<{ notice: string; status: string }> = {
  name: "outbox.bounced",
  version: 1,
  columns: { client: "required" },
  details: z.strictObject({ notice, status: z.string().regex(/^[0-9.]{1,11}$/) }),
};

/** No mail server took a message for three days: nothing more is tried. It stands in the inbox. */
export const givenUp: EventKind<{ notice: string; attempts: number }> = {
  name: "outbox.given_up",
  version: 1,
  columns: { client: "required" },
  details: z.strictObject({ notice, attempts: z.int().nonnegative() }),
};

/** The reader told the own mail system that a message is unwanted. */
export const complained: EventKind<{ notice: string }> = {
  name: "outbox.complained",
  version: 1,
  columns: { client: "required" },
  details: z.strictObject({ notice }),
};

export const outboxEventKinds: readonly EventKind[] = [
  messageRegistered,
  deliveryAttempted,
  bounced,
  givenUp,
  complained,
];
