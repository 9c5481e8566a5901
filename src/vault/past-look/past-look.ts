import type { ClientEvent } from "#ledger";
import { type Id, isId } from "#platform";
import { type FieldName, fieldNames } from "#policy";
import { ticketsReleaseKinds } from "#tickets";
import { passGiven, vaultReleaseKinds } from "../events.ts";

/** By which staff are shown something of a client, or are refused it. */
export const lookKinds = [...vaultReleaseKinds, ...ticketsReleaseKinds].map(({ name }) => name);

/** What stands on the client's page: looks, and that two people agreed that somebody may look. */
export const entryKinds = [...lookKinds, passGiven.name];

/** What a look was for: a ticket of the client's, a pass of break-glass, or neither, such as a search. */
export type About =
  | { is: "ticket"; id: Id<"ticket"> }
  | { is: "pass"; id: Id<"grant"> }
  | { is: "alone"; id: Id<"event"> };

/** What was looked at, or asked; or what a pass lets somebody look at, which is no look yet. */
export type Seen =
  | { is: "field"; field: FieldName }
  /** Asked for, and nothing is stored. */
  | { is: "nothing"; field: FieldName }
  | { is: "test"; field: FieldName; threshold?: number }
  | { is: "search"; by: string }
  | { is: "words" }
  | { is: "file"; kind: string }
  | { is: "pass"; fields: FieldName[]; until?: Date }
  | { is: "other" };

/** One look of the staff at a client, or one pass that was given for it, as the ledger has it. */
export type PastLook = {
  id: Id<"event">;
  /** Under which id the ledger has it: the client's own, or of a copy that it took the place of. */
  client: Id<"client">;
  at: Date;
  about: About;
  seen: Seen;
  /** Who looked, or may, for the desk alone: no client is told. Unknown when it was erased. */
  staff: Id<"staff"> | undefined;
  purpose: string | undefined;
  isRefused: boolean;
};

/** What the details of these kinds may say, each checked when it was appended. */
type Said = {
  grant?: string;
  grantId?: string;
  threshold?: number;
  by?: string;
  kind?: string;
  /** Of a pass. */
  fields?: readonly string[];
  staff?: string;
  until?: string;
};

/** What an event of `entryKinds` says. What was erased of it is missing. */
export function pastLookFrom(event: ClientEvent): PastLook {
  const said: Said = JSON.parse(event.details ?? "{}");
  const { id, client, occurredAt: at, purpose, decision } = event;
  if (!client) throw new Error(`${id} is about no client`);
  const seen = seenIn(event, said);
  return {
    id,
    client,
    at,
    purpose,
    about: aboutOf(event, said),
    seen,
    staff: staffIn(event, said),
    isRefused: decision === "deny",
  };
}

/** Somebody saw something, and didn't only ask, search or get a pass. */
export function isShown({ seen, isRefused }: Pick<PastLook, "seen" | "isRefused">): boolean {
  return !isRefused && !["nothing", "test", "search", "pass"].includes(seen.is);
}

/** Who agreed to a pass isn't who may look by it. */
function staffIn({ kind, actor }: ClientEvent, { staff = "" }: Said): Id<"staff"> | undefined {
  if (kind === passGiven.name) return isId("staff", staff) ? staff : undefined;
  return actor?.is === "staff" ? actor.id : undefined;
}

function aboutOf({ id, ticket, kind }: ClientEvent, { grant = "", grantId = "" }: Said): About {
  if (ticket) return { is: "ticket", id: ticket };
  if (kind === passGiven.name && isId("grant", grant)) return { is: "pass", id: grant };
  if (grant === "break_glass" && isId("grant", grantId)) return { is: "pass", id: grantId };
  return { is: "alone", id };
}

function seenIn({ kind, field: given, decision, version }: ClientEvent, said: Said): Seen {
  const { threshold, by, kind: file, fields = [], until } = said;
  const field = fieldNames.find((name) => name === given);
  if (kind === "vault.revealed" && field) {
    // Where a version stands, it was shown.
    const isStored = version !== undefined || decision === "deny";
    return { is: isStored ? "field" : "nothing", field };
  }
  if (kind === "vault.predicate_answered" && field) {
    return { is: "test", field, ...(threshold !== undefined && { threshold }) };
  }
  if (kind === "vault.searched") return { is: "search", by: by ?? "" };
  if (kind === "tickets.read") return { is: "words" };
  if (kind === "tickets.attachment_opened") return { is: "file", kind: file ?? "" };
  if (kind === passGiven.name) {
    const among = fieldNames.filter((name) => fields.includes(name));
    return { is: "pass", fields: among, ...(until && { until: new Date(until) }) };
  }
  return { is: "other" };
}
