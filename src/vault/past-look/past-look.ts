import type { ClientEvent } from "#ledger";
import { type Id, isId } from "#platform";
import { type FieldName, fieldNames } from "#policy";
import { ticketsReleaseKinds } from "#tickets";
import { vaultReleaseKinds } from "../events.ts";

/** By which staff are shown something of a client, or are refused it: what stands on the client's page. */
export const lookKinds = [...vaultReleaseKinds, ...ticketsReleaseKinds].map(({ name }) => name);

/** What a look was for: a ticket of the client's, a pass of break-glass, or neither, such as a search. */
export type About =
  | { is: "ticket"; id: Id<"ticket"> }
  | { is: "pass"; id: Id<"grant"> }
  | { is: "alone"; id: Id<"event"> };

/** What was looked at, or asked. */
export type Seen =
  | { is: "field"; field: FieldName }
  | { is: "test"; field: FieldName; threshold?: number }
  | { is: "search"; by: string }
  | { is: "words" }
  | { is: "file"; kind: string }
  | { is: "other" };

/** One look of the staff at a client, as the ledger has it. */
export type PastLook = {
  id: Id<"event">;
  /** Under which id the ledger has it: the client's own, or of a copy that it took the place of. */
  client: Id<"client">;
  at: Date;
  about: About;
  seen: Seen;
  /** Who looked, for the desk alone: no client is told. Unknown when it was erased. */
  staff: Id<"staff"> | undefined;
  purpose: string | undefined;
  isShown: boolean;
};

/** What the details of these kinds may say, each checked when it was appended. */
type Said = {
  grant?: string;
  grantId?: string;
  threshold?: number;
  by?: string;
  kind?: string;
};

/** What an event of `lookKinds` says. What was erased of it is missing. */
export function pastLookFrom(event: ClientEvent): PastLook {
  const said: Said = JSON.parse(event.details ?? "{}");
  const { id, client, occurredAt: at, actor, purpose, decision } = event;
  if (!client) throw new Error(`${id} is about no client`);
  return {
    id,
    client,
    at,
    purpose,
    about: aboutOf(event, said),
    seen: seenIn(event, said),
    staff: actor?.is === "staff" ? actor.id : undefined,
    isShown: decision !== "deny",
  };
}

function aboutOf({ id, ticket }: ClientEvent, { grant, grantId = "" }: Said): About {
  if (ticket) return { is: "ticket", id: ticket };
  if (grant === "break_glass" && isId("grant", grantId)) return { is: "pass", id: grantId };
  return { is: "alone", id };
}

function seenIn({ kind, field: given }: ClientEvent, { threshold, by, kind: file }: Said): Seen {
  const field = fieldNames.find((name) => name === given);
  if (kind === "vault.revealed" && field) return { is: "field", field };
  if (kind === "vault.predicate_answered" && field) {
    return { is: "test", field, ...(threshold !== undefined && { threshold }) };
  }
  if (kind === "vault.searched") return { is: "search", by: by ?? "" };
  if (kind === "tickets.read") return { is: "words" };
  if (kind === "tickets.attachment_opened") return { is: "file", kind: file ?? "" };
  return { is: "other" };
}
