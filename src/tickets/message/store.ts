import {
  type Actor,
  type Id,
  idFrom,
  type Queryable,
  system,
  type Transaction,
  uuidOf,
} from "#platform";
import type { Channel, Sealed, Ticket } from "../ticket/index.ts";
import type { Message } from "./message.ts";

type Place = Pick<Ticket, "requester" | "id">;

type MessageRow = {
  id: string;
  author_kind: Actor["is"];
  author: string | null;
  is_public: boolean;
  via: Channel;
  written_at: Date;
  salt: Buffer | null;
  sealed: Buffer | null;
  files_salt: Buffer | null;
  files_sealed: Buffer | null;
  removed: string[];
  shredded_at: Date | null;
};

export async function insertMessage(
  joining: Transaction,
  { requester, id: ticket }: Place,
  message: Omit<Message, "body">,
  place: { number: number; revision: number },
  { salt, sealed, files }: Sealed & { files: Sealed | undefined },
): Promise<void> {
  const { author } = message;
  await joining.query(
    `insert into tickets.messages (client, ticket, id, author_kind, author, is_public, via, written_at, salt, sealed,
       removed, number, files_salt, files_sealed, revision)
     values ($1::uuid, $2::uuid, $3::uuid, $4::text, $5::uuid, $6::boolean, $7::text, $8::timestamptz, $9::bytea,
       $10::bytea, $11::text[], $12::integer, $13::bytea, $14::bytea, $15::integer)`,
    [
      uuidOf(requester.id),
      uuidOf(ticket),
      uuidOf(message.id),
      author.is,
      author.is === "system" ? null : uuidOf(author.id),
      message.isPublic,
      message.via,
      message.writtenAt,
      salt,
      sealed,
      message.removed,
      place.number,
      files?.salt,
      files?.sealed,
      place.revision,
    ],
  );
}

/** A ticket's messages, the oldest first. */
export async function messagesOf(
  queryable: Queryable,
  { requester, id: ticket }: Place,
): Promise<Message[]> {
  const { rows } = await queryable.query<MessageRow>(
    `select id, author_kind, author, is_public, via, written_at, salt, sealed, files_salt, files_sealed, removed,
       shredded_at
     from tickets.messages where client = $1::uuid and ticket = $2::uuid order by number`,
    [uuidOf(requester.id), uuidOf(ticket)],
  );
  return rows.map(messageFrom);
}

/** What was said in a ticket to somebody who waits or answers, without the words. */
export type Said = {
  ticket: Id<"ticket">;
  isOurs: boolean;
  writtenAt: Date;
  /** The ticket's, when it was written. */
  revision: number;
};

/** What was said in some tickets of one requester: no notes, and of what a machine wrote that alone which opened a ticket, as contact forms do. */
export async function saidIn(
  queryable: Queryable,
  requester: Id<"client">,
  tickets: readonly Id<"ticket">[],
): Promise<Said[]> {
  const { rows } = await queryable.query<{
    ticket: string;
    is_ours: boolean;
    written_at: Date;
    revision: number;
  }>(
    `select m.ticket, m.author_kind <> 'client' as is_ours, m.written_at, m.revision
     from tickets.messages m
     where m.client = $1::uuid and m.ticket = any ($2::uuid[]) and m.is_public
       and (m.number = 1 or not exists (select from tickets.mails l
         where l.client = m.client and l.ticket = m.ticket and l.message = m.id and l.is_automatic))
     order by m.ticket, m.number`,
    [uuidOf(requester), tickets.map(uuidOf)],
  );
  return rows.map(({ ticket, is_ours: isOurs, written_at: writtenAt, revision }) => {
    return { ticket: idFrom("ticket", ticket), isOurs, writtenAt, revision };
  });
}

/** Shreds messages with their text files: without their salts nobody opens them again. */
export async function shredMessages(
  queryable: Queryable,
  client: Id<"client">,
  ticket: Id<"ticket">,
  messages: readonly Id<"msg">[],
  now: Date,
): Promise<void> {
  const places = [uuidOf(client), uuidOf(ticket), messages.map(uuidOf)];
  await queryable.query(
    `update tickets.messages set salt = null, sealed = null, files_salt = null, files_sealed = null,
       shredded_at = $4::timestamptz
     where client = $1::uuid and ticket = $2::uuid and id = any ($3::uuid[]) and shredded_at is null`,
    [...places, now],
  );
  await queryable.query(
    `delete from tickets.attachments
     where client = $1::uuid and ticket = $2::uuid and message = any ($3::uuid[]) and kind = 'text'`,
    places,
  );
}

export type StoppedMessage = {
  id: Id<"msg">;
  author: Id<"staff">;
  isPublic: boolean;
  sealed: Sealed | undefined;
  stoppedAt: Date;
  releasedAt: Date | undefined;
  /** The ticket as it was when the release was asked for: with which messages, and whose. */
  askedWith: { known: readonly Id<"msg">[] | undefined; assignee: Id<"staff"> | undefined };
};

export async function insertStopped(
  joining: Transaction,
  { requester, id: ticket }: Place,
  { id, author, isPublic, askedWith }: Omit<StoppedMessage, "sealed" | "stoppedAt" | "releasedAt">,
  { salt, sealed }: Sealed,
  now: Date,
): Promise<void> {
  await joining.query(
    `insert into tickets.stopped_messages (client, ticket, id, author, is_public, salt, sealed, stopped_at,
       known, assignee)
     values ($1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::boolean, $6::bytea, $7::bytea, $8::timestamptz,
       $9::uuid[], $10::uuid)`,
    [
      ...[uuidOf(requester.id), uuidOf(ticket), uuidOf(id), uuidOf(author), isPublic, salt, sealed],
      ...[now, askedWith.known?.map(uuidOf), askedWith.assignee && uuidOf(askedWith.assignee)],
    ],
  );
}

type StoppedRow = {
  id: string;
  author: string;
  is_public: boolean;
  salt: Buffer | null;
  sealed: Buffer | null;
  stopped_at: Date;
  released_at: Date | null;
  known: string[] | null;
  assignee: string | null;
};

export async function stoppedMessage(
  queryable: Queryable,
  { requester, id: ticket }: Place,
  id: Id<"msg">,
): Promise<StoppedMessage | undefined> {
  const { rows } = await queryable.query<StoppedRow>(
    `select id, author, is_public, salt, sealed, stopped_at, released_at, known, assignee
     from tickets.stopped_messages where client = $1::uuid and ticket = $2::uuid and id = $3::uuid`,
    [uuidOf(requester.id), uuidOf(ticket), uuidOf(id)],
  );
  return rows[0] && stoppedFrom(rows[0]);
}

/** What of somebody's answers in a ticket was stopped and not released, the oldest first. */
export async function stoppedOf(
  queryable: Queryable,
  { requester, id: ticket }: Place,
  author: Id<"staff">,
): Promise<StoppedMessage[]> {
  const { rows } = await queryable.query<StoppedRow>(
    `select id, author, is_public, salt, sealed, stopped_at, released_at, known, assignee
     from tickets.stopped_messages
     where client = $1::uuid and ticket = $2::uuid and author = $3::uuid and salt is not null order by id`,
    [uuidOf(requester.id), uuidOf(ticket), uuidOf(author)],
  );
  return rows.map(stoppedFrom);
}

/** Shreds stopped answers that nobody released before a time. */
export async function shredStopped(queryable: Queryable, before: Date): Promise<void> {
  await queryable.query(
    `update tickets.stopped_messages set salt = null, sealed = null
     where stopped_at < $1::timestamptz and salt is not null`,
    [before],
  );
}

/** It went out as a message; here it is shredded. */
export async function markReleased(
  joining: Transaction,
  { requester, id: ticket }: Place,
  id: Id<"msg">,
  now: Date,
): Promise<void> {
  await joining.query(
    `update tickets.stopped_messages set released_at = $4::timestamptz, salt = null, sealed = null
     where client = $1::uuid and ticket = $2::uuid and id = $3::uuid`,
    [uuidOf(requester.id), uuidOf(ticket), uuidOf(id), now],
  );
}

function stoppedFrom(row: StoppedRow): StoppedMessage {
  const { salt, sealed, assignee } = row;
  return {
    id: idFrom("msg", row.id),
    author: idFrom("staff", row.author),
    isPublic: row.is_public,
    sealed: salt && sealed ? { salt, sealed } : undefined,
    stoppedAt: row.stopped_at,
    releasedAt: row.released_at ?? undefined,
    askedWith: {
      known: row.known?.map((message) => idFrom("msg", message)),
      assignee: assignee === null ? undefined : idFrom("staff", assignee),
    },
  };
}

function messageFrom(row: MessageRow): Message {
  const { salt, sealed, files_salt: filesSalt, files_sealed: filesSealed, shredded_at: at } = row;
  const files = filesSalt && filesSealed ? { salt: filesSalt, sealed: filesSealed } : undefined;
  return {
    id: idFrom("msg", row.id),
    author: authorFrom(row),
    isPublic: row.is_public,
    via: row.via,
    writtenAt: row.written_at,
    body:
      salt && sealed
        ? { is: "sealed", salt, sealed, files }
        : { is: "shredded", at: at ?? row.written_at },
    removed: row.removed,
  };
}

function authorFrom({ author_kind: kind, author }: MessageRow): Actor {
  if (kind === "system" || author === null) return system;
  return kind === "staff"
    ? { is: "staff", id: idFrom("staff", author) }
    : { is: "client", id: idFrom("client", author) };
}
