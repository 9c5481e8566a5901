import { createSecretKey, hkdfSync, type KeyObject, randomBytes } from "node:crypto";
import { seal, unseal } from "#keys";
import { type Id, idBytes } from "#platform";
import type { Sealed } from "../ticket/index.ts";

const saltBytes = 32;
const keyBytes = 32;

/** What something sealed is: put in another's place it doesn't open. */
type SealedPlace =
  | { is: "name"; of: Id<"ticket"> }
  | { is: "message"; of: Id<"msg"> }
  /** The words of its text files. */
  | { is: "message_files"; of: Id<"msg"> }
  | { is: "unproven"; of: Id<"link"> };

/**
 * Seals a text by a key of its own: HKDF (RFC 5869) of the ticket's key and a random salt. Without the salt nobody makes
 * that key again, so that deleting the salt shreds this text and no other.
 */
export function sealText(ticketKey: KeyObject, place: SealedPlace, text: string): Sealed {
  const salt = randomBytes(saltBytes);
  const sealed = seal(keyFrom(ticketKey, salt), Buffer.from(text), boundTo(place));
  return { salt, sealed };
}

/** It throws an Error for what was changed, or sealed for another place or by another key. */
export function openText(
  ticketKey: KeyObject,
  place: SealedPlace,
  { salt, sealed }: Sealed,
): string {
  const plain = unseal(keyFrom(ticketKey, salt), sealed, boundTo(place));
  if (!plain) throw new Error(`the ${place.is} ${place.of} doesn't open`);
  return plain.toString("utf8");
}

function keyFrom(ticketKey: KeyObject, salt: Uint8Array): KeyObject {
  const bytes = hkdfSync("sha256", ticketKey, salt, "holdfast/tickets/message/1", keyBytes);
  return createSecretKey(Buffer.from(bytes));
}

function boundTo({ is, of }: SealedPlace): Buffer {
  return Buffer.concat([Buffer.from(`holdfast/tickets/${is}/1\0`), idBytes(of)]);
}
