import type { Addressee } from "#outbox";
import type { GuestAddress } from "./store.ts";

/** Where guests' addresses are encrypted. */
export const addressTable = "tickets.addresses";
export const addressField = "email";
const version = 1;

/** A guest as the outbox knows whom it writes to. */
export function addresseeFrom({ guest, ciphertext, language }: GuestAddress): Addressee {
  const email = { table: addressTable, field: addressField, version, ciphertext };
  return { is: "client", id: guest, language, email };
}
