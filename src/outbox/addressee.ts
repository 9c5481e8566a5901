import type { Id } from "#platform";

/** A client's e-mail address as its owner keeps it: encrypted, and where. */
export type StoredEmail = {
  /** Such as `accounts.emails`. */
  table: string;
  field: string;
  version: number;
  ciphertext: Uint8Array;
};

/** Who a message goes to. Without an address it is shown in the app alone; staff have no other channel. */
export type Addressee =
  | { is: "client"; id: Id<"client">; language: string; email?: StoredEmail }
  | { is: "staff"; id: Id<"staff">; language: string };
