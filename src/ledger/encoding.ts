import { hash } from "node:crypto";
import { type Actor, idBytes } from "#platform";
import { leafHash } from "#tlog";
import type { LedgerEvent, Place } from "./event.ts";

/** What the first byte of an encoded event says. A change of the encoding is another number, never this one. */
const encodingVersion = 1;

/** The text that derives a salt of its own for each part of an event that may be erased alone. */
const purposes = { event: Buffer.from("event"), actor: Buffer.from("actor") };

const none = Buffer.alloc(0);

/**
 * What is known of an event's actor: who, with the salt that makes the commitment say nothing alone, or only the
 * commitment. The client's copy of an event has the commitment: it proves the event without naming the employee.
 */
export type ActorPart = { actor: Actor; salt: Uint8Array } | { commitment: Uint8Array };

/** Everything that is hashed, beside the salt. */
export type EventParts = Omit<LedgerEvent, "actor"> & Place & { actorPart: ActorPart };

/** SHA-256(salt || event): what the log holds of an event. It says nothing to who hasn't the 32-byte salt. */
export function commitmentOf(salt: Uint8Array, event: EventParts): Uint8Array {
  return sha256(Buffer.concat([salt, encoded(event)]));
}

/** RFC 9162 section 2.1.1 over the commitment: SHA-256(0x00 || SHA-256(salt || event)). */
export function leafOf(commitment: Uint8Array): Uint8Array {
  return leafHash(commitment);
}

/** The salts of an event and of its actor, from the seed that is stored. Knowing one doesn't tell the other. */
export function saltsFrom(seed: Uint8Array): { event: Uint8Array; actor: Uint8Array } {
  return {
    event: sha256(Buffer.concat([seed, purposes.event])),
    actor: sha256(Buffer.concat([seed, purposes.actor])),
  };
}

/** SHA-256(salt || actor): stands in the event for who acted. */
export function actorCommitmentOf(actor: Actor, salt: Uint8Array): Uint8Array {
  const id = actor.is === "system" ? none : idBytes(actor.id);
  return sha256(Buffer.concat([salt, ...part(Buffer.from(actor.is)), ...part(id)]));
}

/**
 * An event as bytes: the version, then each part behind its length (4 bytes, big-endian), always all of them, in this
 * order; a part that the event doesn't have is empty. Numbers are big-endian, times are milliseconds since 1970.
 * `ledger.commitment` in the database says the same in SQL.
 */
function encoded(event: EventParts): Buffer {
  const parts = [
    idBytes(event.id),
    Buffer.from(event.kind),
    int32(event.kindVersion),
    int64(event.occurredAt.getTime()),
    event.client ? idBytes(event.client) : none,
    Buffer.from(
      "commitment" in event.actorPart
        ? event.actorPart.commitment
        : actorCommitmentOf(event.actorPart.actor, event.actorPart.salt),
    ),
    Buffer.from(event.field ?? ""),
    int32(event.version),
    event.ticket ? idBytes(event.ticket) : none,
    Buffer.from(event.purpose ?? ""),
    Buffer.from(event.decision ?? ""),
    Buffer.from(event.details),
    int32(event.instance),
    int64(event.instanceSeq),
    int32(event.clientSeq),
    event.previousLeaf ?? none,
  ];
  return Buffer.concat([Buffer.of(encodingVersion), ...parts.flatMap(part)]);
}

function part(value: Uint8Array): [Buffer, Uint8Array] {
  return [int32(value.length), value];
}

function int32(value: number | undefined): Buffer {
  if (value === undefined) return none;
  const bytes = Buffer.allocUnsafe(4);
  bytes.writeInt32BE(value);
  return bytes;
}

function int64(value: number): Buffer {
  const bytes = Buffer.allocUnsafe(8);
  bytes.writeBigInt64BE(BigInt(value));
  return bytes;
}

function sha256(bytes: Uint8Array): Uint8Array {
  return hash("sha256", bytes, "buffer");
}
