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
  number: number,
  { salt, sealed, files }: Sealed & { files: Sealed | undefined },
): Promise<void> {
  const { author } = message;
  await joining.query(
    `insert into tickets.messages (client, ticket, id, author_kind, author, is_public, via, written_at, salt, sealed,
       removed, number, files_salt, files_sealed)
     values ($1::uuid, $2::uuid, $3::uuid, $4::text, $5::uuid, $6::boolean, $7::text, $8::timestamptz, $9::bytea,
       $10::bytea, $11::text[], $12::integer, $13::bytea, $14::bytea)`,
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
      number,
      files?.salt,
      files?.sealed,
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
};

export async function insertStopped(
  joining: Transaction,
  { requester, id: ticket }: Place,
  { id, author, isPublic }: Pick<StoppedMessage, "id" | "author" | "isPublic">,
  { salt, sealed }: Sealed,
  now: Date,
): Promise<void> {
  await joining.query(
    `insert into tickets.stopped_messages (client, ticket, id, author, is_public, salt, sealed, stopped_at)
     values ($1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::boolean, $6::bytea, $7::bytea, $8::timestamptz)`,
    [uuidOf(requester.id), uuidOf(ticket), uuidOf(id), uuidOf(author), isPublic, salt, sealed, now],
  );
}

export async function stoppedMessage(
  queryable: Queryable,
  { requester, id: ticket }: Place,
  id: Id<"msg">,
): Promise<StoppedMessage | undefined> {
  const { rows } = await queryable.query<{
    author: string;
    is_public: boolean;
    salt: Buffer | null;
    sealed: Buffer | null;
    stopped_at: Date;
    released_at: Date | null;
  }>(
    `select author, is_public, salt, sealed, stopped_at, released_at from tickets.stopped_messages
     where client = $1::uuid and ticket = $2::uuid and id = $3::uuid`,
    [uuidOf(requester.id), uuidOf(ticket), uuidOf(id)],
  );
  const [row] = rows;
  return (
    row && {
      id,
      author: idFrom("staff", row.author),
      isPublic: row.is_public,
      sealed: row.salt && row.sealed ? { salt: row.salt, sealed: row.sealed } : undefined,
      stoppedAt: row.stopped_at,
      releasedAt: row.released_at ?? undefined,
    }
  );
}

/** What of somebody's answers in a ticket was stopped and not released, the oldest first. */
export async function stoppedOf(
  queryable: Queryable,
  { requester, id: ticket }: Place,
  author: Id<"staff">,
): Promise<{ id: Id<"msg">; sealed: Sealed; stoppedAt: Date }[]> {
  const { rows } = await queryable.query<{
    id: string;
    salt: Buffer;
    sealed: Buffer;
    stopped_at: Date;
  }>(
    `select id, salt, sealed, stopped_at from tickets.stopped_messages
     where client = $1::uuid and ticket = $2::uuid and author = $3::uuid and salt is not null order by id`,
    [uuidOf(requester.id), uuidOf(ticket), uuidOf(author)],
  );
  return rows.map(({ id, salt, sealed, stopped_at: stoppedAt }) => ({
    ...{ id: idFrom("msg", id), sealed: { salt, sealed }, stoppedAt },
  }));
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
