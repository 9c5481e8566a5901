import type { Actor, Id } from "#platform";
import type { LedgerEvent, Place } from "./event.ts";
import { type Bytes, type Integer, PartWriter, type Text } from "./part-writer.ts";

/** What the first byte of an encoded event says. A change of the encoding is another number, never this one. */
const encodingVersion = 1;

/** Everything that is hashed of an event. `actorCommitment` stands for who acted. */
type HashedEvent = Omit<LedgerEvent, "actor"> & Place & { actorCommitment: Uint8Array };

/** The 16 bytes of an id. The server and a page have their own ways to read one. */
type ReadId = (id: Id<string>) => Uint8Array;

/** The same as parts. An event has each as a value; a row has it as the bytes that the database keeps. */
export type HashedParts = {
  id: Uint8Array;
  kind: Text;
  kindVersion: Integer;
  /** Milliseconds since 1970. */
  occurredAt: Integer;
  client?: Uint8Array | undefined;
  actorCommitment: Uint8Array;
  field?: Text;
  version?: Integer;
  ticket?: Uint8Array | undefined;
  purpose?: Text;
  decision?: Text;
  details: Text;
  instance: Integer;
  instanceSeq: Integer;
  clientSeq?: Integer;
  previousLeaf?: Uint8Array | undefined;
};

/**
 * A salt and an event as bytes, see `writeEvent`. It runs in pages too, and uses nothing of Node.
 * @param writer who hashes the bytes at once, before another event is written, uses one writer for all
 */
export function eventBytes(
  salt: Uint8Array,
  event: HashedEvent,
  readId: ReadId,
  writer: PartWriter = new PartWriter(),
): Bytes {
  const { id, occurredAt, client, ticket } = event;
  return writeEvent(writer, salt, {
    ...event,
    id: readId(id),
    occurredAt: occurredAt.getTime(),
    client: client && readId(client),
    ticket: ticket && readId(ticket),
  });
}

/** A salt and who acted, as bytes: what the actor's commitment is the hash of. */
export function actorBytes(
  salt: Uint8Array,
  actor: Actor,
  readId: ReadId,
  writer: PartWriter = new PartWriter(),
): Bytes {
  const id = actor.is === "system" ? undefined : readId(actor.id);
  return writeActor(writer, salt, actor.is, id);
}

/**
 * A salt and an event as bytes: the version, then each part behind its length (4 bytes, big-endian), always all of
 * them, in this order; a part that the event doesn't have is empty. Numbers are big-endian, times are milliseconds
 * since 1970. `ledger.commitment` in the database says the same in SQL.
 */
export function writeEvent(writer: PartWriter, salt: Uint8Array, parts: HashedParts): Bytes {
  writer.begin(salt);
  writer.byte(encodingVersion);
  writer.part(parts.id);
  writer.text(parts.kind);
  writer.int32(parts.kindVersion);
  writer.int64(parts.occurredAt);
  writer.part(parts.client);
  writer.part(parts.actorCommitment);
  writer.text(parts.field);
  writer.int32(parts.version);
  writer.part(parts.ticket);
  writer.text(parts.purpose);
  writer.text(parts.decision);
  writer.text(parts.details);
  writer.int32(parts.instance);
  writer.int64(parts.instanceSeq);
  writer.int32(parts.clientSeq);
  writer.part(parts.previousLeaf);
  return writer.bytes;
}

/** A salt and who acted, as bytes: the kind of actor, then the id; the desk itself has none. */
export function writeActor(
  writer: PartWriter,
  salt: Uint8Array,
  kind: Text,
  id: Uint8Array | undefined,
): Bytes {
  writer.begin(salt);
  writer.text(kind);
  writer.part(id);
  return writer.bytes;
}
