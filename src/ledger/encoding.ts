import { hash } from "node:crypto";
import { type Actor, idBytes } from "#platform";
import { leafHash } from "#tlog";
import type { LedgerEvent, Place } from "./event.ts";
import { actorBytes, eventBytes } from "./event-bytes.ts";
import { PartWriter } from "./part-writer.ts";

/** What it wrote is hashed at once: nothing is written in between. */
const writer = new PartWriter();

/** The text that derives a salt of its own for each part of an event that may be erased alone. */
const purposes = { event: Buffer.from("event"), actor: Buffer.from("actor") };

/**
 * What is known of an event's actor: who, with the salt that makes the commitment say nothing alone, or only the
 * commitment. The client's copy of an event has the commitment: it proves the event without naming the employee.
 */
export type ActorPart = { actor: Actor; salt: Uint8Array } | { commitment: Uint8Array };

/** Everything that is hashed, beside the salt. */
export type EventParts = Omit<LedgerEvent, "actor"> & Place & { actorPart: ActorPart };

/** SHA-256(salt || event): what the log holds of an event. It says nothing to who hasn't the 32-byte salt. */
export function commitmentOf(salt: Uint8Array, event: EventParts): Uint8Array {
  const { actorPart } = event;
  const actorCommitment =
    "commitment" in actorPart
      ? actorPart.commitment
      : actorCommitmentOf(actorPart.actor, actorPart.salt);
  return sha256(eventBytes(salt, { ...event, actorCommitment }, idBytes, writer));
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
  return sha256(actorBytes(salt, actor, idBytes, writer));
}

function sha256(bytes: Uint8Array): Uint8Array {
  return hash("sha256", bytes, "buffer");
}
