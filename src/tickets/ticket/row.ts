import { type Actor, idFrom, system } from "#platform";
import type { Priority } from "./priority.ts";
import type { Status, StatusName } from "./status.ts";
import type { Channel, Opening, Requester, Ticket } from "./ticket.ts";
import type { Queue, Topic } from "./topic.ts";

/** A ticket as the database has it. */
export type TicketRow = {
  client: string;
  id: string;
  reference: string;
  requester_kind: Requester["is"];
  topic: Topic;
  queue: Queue;
  language: string;
  priority: Priority;
  tags: string[];
  key_ciphertext: Buffer;
  name_salt: Buffer | null;
  name_sealed: Buffer | null;
  opened_at: Date;
  opened_via: Channel;
  opened_session: string | null;
  opened_proof: NonNullable<Opening["proven"]>["by"] | null;
  opened_proven_at: Date | null;
  status: StatusName;
  status_since: Date;
  status_by_kind: Actor["is"];
  status_by: string | null;
  merged_into: string | null;
  into_revision: number | null;
  open_before: NonNullable<Extract<Status, { is: "open" }>["before"]> | null;
  assignee: string | null;
  assigned_at: Date | null;
  first_replied_at: Date | null;
  waiting_since: Date | null;
  revision: number;
  updated_at: Date;
  given_away_by: string[];
  given_priority: Priority;
  given_revision: number;
  settled_revision: number;
  settled_before: number | null;
};

export function requesterFrom(row: Pick<TicketRow, "client" | "requester_kind">): Requester {
  return { is: row.requester_kind, id: idFrom("client", row.client) };
}

export function ticketFrom(row: TicketRow): Ticket {
  return {
    id: idFrom("ticket", row.id),
    requester: requesterFrom(row),
    reference: row.reference,
    topic: row.topic,
    queue: row.queue,
    language: row.language,
    priority: row.priority,
    given: { priority: row.given_priority, revision: row.given_revision },
    tags: row.tags,
    opening: openingFrom(row),
    openedAt: row.opened_at,
    status: statusFrom(row),
    assignee:
      row.assignee && row.assigned_at
        ? { staff: idFrom("staff", row.assignee), since: row.assigned_at }
        : undefined,
    firstRepliedAt: row.first_replied_at ?? undefined,
    waitingSince: row.waiting_since ?? undefined,
    settledRevision: row.settled_revision,
    revision: row.revision,
    updatedAt: row.updated_at,
    givenAwayBy: row.given_away_by.map((staff) => idFrom("staff", staff)),
    keyCiphertext: row.key_ciphertext,
    name:
      row.name_salt && row.name_sealed
        ? { salt: row.name_salt, sealed: row.name_sealed }
        : undefined,
  };
}

function openingFrom(row: TicketRow): Opening {
  const { opened_proof: by, opened_proven_at: at } = row;
  return {
    at: row.opened_at,
    via: row.opened_via,
    ...(row.opened_session && { session: idFrom("session", row.opened_session) }),
    ...(by && at && { proven: { by, at } }),
  };
}

function statusFrom(row: TicketRow): Status {
  const status = { is: row.status, since: row.status_since, by: actorFrom(row) };
  const { merged_into: into, into_revision: revision, open_before: before } = row;
  if (status.is === "open" && before !== null) {
    const { settled_before: settledBefore } = row;
    return { ...status, is: "open", before, ...(settledBefore !== null && { settledBefore }) };
  }
  if (status.is !== "closed" || into === null || revision === null) return status as Status;
  return { ...status, is: "closed", into: idFrom("ticket", into), intoRevision: revision };
}

function actorFrom({ status_by_kind: kind, status_by: by }: TicketRow): Actor {
  if (kind === "system" || by === null) return system;
  return kind === "staff"
    ? { is: "staff", id: idFrom("staff", by) }
    : { is: "client", id: idFrom("client", by) };
}
