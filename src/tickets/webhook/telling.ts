import type { Appender } from "#ledger";
import { type Actor, type Id, newId, type Transaction } from "#platform";
import { insertTold } from "./store.ts";
import { type WebhookType, webhookTypes } from "./webhook.ts";

type Append = Pick<Appender, "append">;

/** What of an event's details is told: ids and codes, none of which is anybody's word or name. */
const shown: Readonly<Record<WebhookType, readonly string[]>> = {
  "ticket.opened": ["topic", "queue", "via"],
  "ticket.message_added": ["message", "public", "via"],
  "ticket.assigned": [],
  "ticket.transferred": ["from", "to"],
  "ticket.status_changed": ["from", "to"],
  "ticket.priority_changed": ["from", "to"],
  "ticket.merged": ["into"],
  "ticket.taken_apart": ["from"],
};

const typeOf = new Map(webhookTypes.map((type) => [type.replace("ticket.", "tickets."), type]));

/**
 * Appends, and tells webhooks in the same transaction: what happens to a ticket is an event, so no act can forget to tell
 * it, and what isn't committed is told to nobody.
 */
export function tellingAppender(appender: Append): Append {
  return {
    append: async (actor, draft, now, joining) => {
      const type = typeOf.get(draft.kind.name);
      if (type) {
        const { client, ticket } = draft;
        if (!joining || !client || !ticket) throw new Error(`${type} is told in no transaction`);
        const details = { ...draft.details } as Record<string, unknown>;
        await tell(joining, { client, ticket }, type, actor, details, now);
      }
      return await appender.append(actor, draft, now, joining);
    },
  };
}

async function tell(
  joining: Transaction,
  of: { client: Id<"client">; ticket: Id<"ticket"> },
  type: WebhookType,
  actor: Actor,
  details: Record<string, unknown>,
  now: Date,
): Promise<void> {
  const told: Record<string, unknown> = {};
  for (const name of shown[type]) told[name] = details[name];
  if (type === "ticket.message_added")
    told.author = actor.is === "client" ? "requester" : "support";
  const id = newId("webmsg", now);
  await insertTold(joining, { ...of, id, type, details: JSON.stringify(told) }, now);
}
