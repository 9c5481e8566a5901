import { type Actor, type Id, idFrom, nobody } from "#platform";
import type { ClientEvent, StoredEvent } from "./event.ts";

/** An event as its table has it. */
export type EventRow = {
  client: string;
  occurred_at: Date;
  id: string;
  actor: string;
  instance_seq: string;
  instance: number;
  client_seq: number | null;
  version: number | null;
  kind_version: number;
  actor_kind: string;
  kind: string;
  field: string | null;
  ticket: string | null;
  purpose: string | null;
  decision: string | null;
  details: string | null;
  salt: Buffer | null;
  actor_commitment: Buffer | null;
  previous_leaf: Buffer | null;
};

/** What is kept of an event beside what it says: what its leaf is made with. */
export type Secrets = {
  /** The seed of both salts; the event's own salt when its actor was erased; nothing when the event was. */
  salt?: Buffer;
  actorCommitment?: Buffer;
};

export type KeptEvent = { event: StoredEvent; secrets: Secrets };

export function eventFromRow(row: EventRow): KeptEvent {
  const actor = row.actor_commitment ? undefined : actorFrom(row);
  const { decision } = row;
  return {
    event: {
      id: idFrom("event", row.id),
      kind: row.kind,
      kindVersion: row.kind_version,
      occurredAt: row.occurred_at,
      instance: row.instance,
      instanceSeq: Number(row.instance_seq),
      ...(actor && { actor }),
      ...(row.client !== nobody && { client: idFrom("client", row.client) }),
      ...(row.client_seq !== null && { clientSeq: row.client_seq }),
      ...(row.previous_leaf && { previousLeaf: row.previous_leaf }),
      ...(row.field !== null && { field: row.field }),
      ...(row.version !== null && { version: row.version }),
      ...(row.ticket !== null && { ticket: idFrom("ticket", row.ticket) }),
      ...(row.purpose !== null && { purpose: row.purpose }),
      ...((decision === "allow" || decision === "deny") && { decision }),
      ...(row.details !== null && { details: row.details }),
    },
    secrets: {
      ...(row.salt && { salt: row.salt }),
      ...(row.actor_commitment && { actorCommitment: row.actor_commitment }),
    },
  };
}

/** An event as far as its client sees it: `actor` is null when it was erased. */
export type ClientEventRow = Omit<
  EventRow,
  | ("client" | "actor" | "instance" | "instance_seq" | "client_seq" | "previous_leaf")
  | ("salt" | "actor_commitment")
> & { actor: string | null };

/** Thousands of them are read for one answer. */
export function clientEventFrom(client: Id<"client">, row: ClientEventRow): ClientEvent {
  const { decision } = row;
  const event: ClientEvent = {
    id: idFrom("event", row.id),
    kind: row.kind,
    kindVersion: row.kind_version,
    occurredAt: row.occurred_at,
    client,
  };
  const actor =
    row.actor === null ? undefined : actorFrom({ actor: row.actor, actor_kind: row.actor_kind });
  if (actor) event.actor = actor;
  if (row.field !== null) event.field = row.field;
  if (row.version !== null) event.version = row.version;
  if (row.ticket !== null) event.ticket = idFrom("ticket", row.ticket);
  if (row.purpose !== null) event.purpose = row.purpose;
  if (decision === "allow" || decision === "deny") event.decision = decision;
  if (row.details !== null) event.details = row.details;
  return event;
}

type ActorRow = Pick<EventRow, "actor" | "actor_kind">;

function actorFrom(row: ActorRow): Actor | undefined {
  if (row.actor === nobody && row.actor_kind !== "system") return undefined;
  if (row.actor_kind === "client") return { is: "client", id: idFrom("client", row.actor) };
  if (row.actor_kind === "staff") return { is: "staff", id: idFrom("staff", row.actor) };
  return { is: "system" };
}
