import type { Actor, Id } from "#platform";
import type { LedgerEvent, Place } from "./event.ts";

/** What the first byte of an encoded event says. A change of the encoding is another number, never this one. */
const encodingVersion = 1;

/** Everything that is hashed of an event. `actorCommitment` stands for who acted. */
export type HashedEvent = Omit<LedgerEvent, "actor"> & Place & { actorCommitment: Uint8Array };

/** The 16 bytes of an id. The server and a page have their own ways to read one. */
export type ReadId = (id: Id<string>) => Uint8Array;

/**
 * A salt and an event as bytes: the version, then each part behind its length (4 bytes, big-endian), always all of
 * them, in this order; a part that the event doesn't have is empty. Numbers are big-endian, times are milliseconds
 * since 1970. `ledger.commitment` in the database says the same in SQL. It runs in pages too, and uses nothing of Node.
 */
export function eventBytes(salt: Uint8Array, event: HashedEvent, readId: ReadId): Bytes {
  const writer = new PartWriter(salt);
  writer.byte(encodingVersion);
  writer.part(readId(event.id));
  writer.text(event.kind);
  writer.int32(event.kindVersion);
  writer.int64(event.occurredAt.getTime());
  writer.part(event.client && readId(event.client));
  writer.part(event.actorCommitment);
  writer.text(event.field);
  writer.int32(event.version);
  writer.part(event.ticket && readId(event.ticket));
  writer.text(event.purpose);
  writer.text(event.decision);
  writer.text(event.details);
  writer.int32(event.instance);
  writer.int64(event.instanceSeq);
  writer.int32(event.clientSeq);
  writer.part(event.previousLeaf);
  return writer.bytes;
}

/** A salt and who acted, as bytes: what the actor's commitment is the hash of. */
export function actorBytes(salt: Uint8Array, actor: Actor, readId: ReadId): Bytes {
  const writer = new PartWriter(salt);
  writer.text(actor.is);
  writer.part(actor.is === "system" ? undefined : readId(actor.id));
  return writer.bytes;
}

type Bytes = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();
const lengthBytes = 4;

/** Writes parts into one array that grows: an event is hashed for each that is appended. */
class PartWriter {
  #bytes = new Uint8Array(1024);
  #view = new DataView(this.#bytes.buffer);
  #length = 0;

  constructor(start: Uint8Array) {
    this.#reserve(start.length);
    this.#bytes.set(start);
    this.#length = start.length;
  }

  get bytes(): Bytes {
    return this.#bytes.subarray(0, this.#length);
  }

  byte(value: number): void {
    this.#reserve(1);
    this.#bytes[this.#length++] = value;
  }

  part(value: Uint8Array | undefined): void {
    const length = value?.length ?? 0;
    this.#begin(length);
    if (value) this.#bytes.set(value, this.#length);
    this.#length += length;
  }

  text(value = ""): void {
    const start = this.#length;
    this.#begin(value.length * 3); // UTF-8 at its longest
    const { written } = encoder.encodeInto(value, this.#bytes.subarray(this.#length));
    this.#view.setInt32(start, written);
    this.#length += written;
  }

  int32(value: number | undefined): void {
    this.#begin(value === undefined ? 0 : 4);
    if (value === undefined) return;
    if (value !== (value | 0)) throw new RangeError(`${value} doesn't fit into 4 bytes`);
    this.#view.setInt32(this.#length, value);
    this.#length += 4;
  }

  int64(value: number): void {
    this.#begin(8);
    this.#view.setBigInt64(this.#length, BigInt(value));
    this.#length += 8;
  }

  #begin(length: number): void {
    this.#reserve(lengthBytes + length);
    this.#view.setInt32(this.#length, length);
    this.#length += lengthBytes;
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = new Uint8Array(2 * (this.#length + more));
    larger.set(this.#bytes);
    this.#bytes = larger;
    this.#view = new DataView(larger.buffer);
  }
}
