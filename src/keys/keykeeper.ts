import type { Id } from "#platform";
import type { FieldVersion } from "./additional-data.ts";
import type { FieldKind } from "./kind.ts";

/** The longest value that a field holds, in UTF-8. */
export const valueBytesMax = 65_536;

export type EncryptRequest = FieldVersion & { kind: FieldKind; value: string };

/** A value for a place where one is perhaps already, known by its fingerprint. */
export type ReplaceRequest = EncryptRequest & { known?: Uint8Array | undefined };

/** What is stored of a value. */
export type Encrypted = {
  ciphertext: Uint8Array;
  /** What lists show; it can't be made later without an event. */
  mask: string;
  /** What it is found by; none for kinds that nobody searches by. */
  index?: Uint8Array;
  /** 16 bytes, equal for the very same value of the same client's field, and for no other: nothing changed. */
  fingerprint: Uint8Array;
};

export type IndexRequest = { table: string; field: string; kind: FieldKind; value: string };

export type FingerprintRequest = Omit<FieldVersion, "version"> & { value: string };

/** What somebody did, in JSON, and the keykeeper's signature over it: 64 bytes, Ed25519. */
export type Signed = { statement: string; signature: Uint8Array };

/** What an event stands on: an act, and where one isn't enough, a second person's, attested likewise. */
export type Evidence = Signed & { second?: Signed | undefined };

export type DecryptRequest = FieldVersion & {
  event: Id<"event">;
  ciphertext: Uint8Array;
  /** The act that the event stands on, for the permit's check. */
  evidence?: Evidence | undefined;
};

/** A question about a value that is answered with yes or no. */
export type FieldTest =
  /** In the normal form of its kind. */
  | { is: "equals"; value: string }
  /** The first decimal number in the value is this or more. */
  | { is: "at_least"; amount: number };

export type TestRequest = DecryptRequest & { kind: FieldKind; test: FieldTest };

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
  /**
   * The same for many values, in their order: all or none. Made for imports, with all fields of a client in one call.
   * @throws {WrongKind} {TooLongValue} {KeykeeperRefused} one client's keys are shredded
   */
  encryptMany(requests: readonly EncryptRequest[]): Promise<Encrypted[]>;
  /**
   * The same, but undefined for what is there already: a value whose fingerprint is the known one takes no key and is
   * encrypted no second time. Made for imports of what was imported before.
   */
  encryptChanged(requests: readonly ReplaceRequest[]): Promise<(Encrypted | undefined)[]>;
  /** What equal values are found by; undefined for kinds that nobody searches by. @throws {WrongKind} */
  blindIndex(request: IndexRequest): Promise<Uint8Array | undefined>;
  /**
   * Blind indexes of many values, each in its place: undefined for kinds that nobody searches by, and for what isn't of
   * its kind or too long, which no field holds. Made for samples of leaked rows.
   */
  blindIndexes(requests: readonly IndexRequest[]): Promise<(Uint8Array | undefined)[]>;
  /**
   * What is stored as `fingerprint` where a client's field has, or had, the very value: 16 bytes, each in its place;
   * undefined for what no field holds. It tells of a guess whether it is right, and gives nothing else.
   */
  fingerprints(requests: readonly FingerprintRequest[]): Promise<(Uint8Array | undefined)[]>;
  /**
   * Decrypts one version of one field, for a committed event that permits it, once. The use is on the keykeeper's disk
   * before this returns. @throws {KeykeeperRefused} and what the permit's check throws
   */
  decrypt(request: DecryptRequest): Promise<string>;
  /**
   * Answers a question about one version of one field, by the same rules: a committed event that permits it, once, and
   * nothing but yes or no leaves. @throws {WrongKind} {TooLongValue} {KeykeeperRefused} and what the permit's check throws
   */
  test(request: TestRequest): Promise<boolean>;
  /**
   * Signs what somebody just did: `holdfast/act/1`, a line feed and the statement. It is JSON as `JSON.stringify` writes
   * it, 8,000 bytes at most, with its time `at` (ISO 8601, UTC) within a minute of the keykeeper's clock.
   * @throws {KeykeeperRefused}
   */
  attest(statement: string): Promise<Uint8Array>;
  /**
   * Destroys a client's keys for good, for a committed event that permits it. Indexes and masks aren't encrypted: the
   * caller deletes them. @throws {KeykeeperRefused} {LegalHold} and what the permit's check throws
   */
  shred(request: ShredRequest): Promise<void>;
  /** Returns when it answers. @throws {KeykeeperAway} */
  ready(): Promise<void>;
};
