import type { Id } from "#platform";
import type { FieldVersion } from "./additional-data.ts";
import type { FieldKind } from "./kind.ts";

/** The longest value that a field holds, in UTF-8. */
export const valueBytesMax = 65_536;

export type EncryptRequest = FieldVersion & { kind: FieldKind; value: string };

/** What is stored of a value. */
export type Encrypted = {
  ciphertext: Uint8Array;
  /** What lists show; it can't be made later without an event. */
  mask: string;
  /** What it is found by; none for kinds that nobody searches by. */
  index?: Uint8Array;
};

export type IndexRequest = { table: string; field: string; kind: FieldKind; value: string };

export type DecryptRequest = FieldVersion & { event: Id<"event">; ciphertext: Uint8Array };

export type ShredRequest = { client: Id<"client">; event: Id<"event"> };

/**
 * Who alone holds the key-encryption key: in this process, or behind a socket. It answers with values, never with keys.
 */
export type Keykeeper = {
  /**
   * Encrypts a value for its place and makes its mask and index.
   * @throws {WrongKind} {TooLongValue} {KeykeeperRefused} the client's keys are shredded
   */
  encrypt(request: EncryptRequest): Promise<Encrypted>;
  /** What equal values are found by; undefined for kinds that nobody searches by. @throws {WrongKind} */
  blindIndex(request: IndexRequest): Promise<Uint8Array | undefined>;
  /**
   * Decrypts one version of one field, for a committed event that permits it, once. The use is on the keykeeper's disk
   * before this returns. @throws {KeykeeperRefused} and what the permit's check throws
   */
  decrypt(request: DecryptRequest): Promise<string>;
  /**
   * Destroys a client's keys for good, for a committed event that permits it. Indexes and masks aren't encrypted: the
   * caller deletes them. @throws {KeykeeperRefused} {LegalHold} and what the permit's check throws
   */
  shred(request: ShredRequest): Promise<void>;
  /** Returns when it answers. @throws {KeykeeperAway} */
  ready(): Promise<void>;
};
