import { hash } from "node:crypto";
import { leafOf, saltsFrom } from "../encoding.ts";
import type { Field } from "./copied-rows.ts";
import { isNobody, type RawRow, timeMs } from "./raw-row.ts";

const encodingVersion = 1;
const lengthBytes = 4;
const none = Buffer.alloc(0);

/**
 * The leaf hash of a row as it stands, were `previousLeaf` the leaf before it in its client's chain. It says over
 * columns what `eventBytes` says over events, and a test compares them: a row that no event is must be hashed too.
 */
export function leafOfRow(row: RawRow, previousLeaf: Uint8Array): Buffer {
  const { actorCommitment, salt = none } = row;
  // Where who acted was erased, what is kept is the event's own salt; otherwise it is the seed of both.
  const salts = actorCommitment ? { event: salt, actor: none } : saltsFrom(salt);
  const writer = eventWriter.begin(salts.event);
  writer.byte(encodingVersion);
  writer.part(row.id);
  writer.part(row.kind);
  writer.part(row.kindVersion);
  writer.int64(timeMs(row));
  writer.part(isNobody(row.client) ? none : row.client);
  writer.part(actorCommitment ?? actorCommitmentOf(row, salts.actor));
  writer.part(row.field);
  writer.part(row.version);
  writer.part(row.ticket);
  writer.part(row.purpose);
  writer.part(row.decision);
  writer.part(row.details);
  writer.part(row.instance);
  writer.part(row.instanceSeq);
  writer.part(row.clientSeq);
  writer.part(previousLeaf);
  return Buffer.from(leafOf(writer.hash()));
}

function actorCommitmentOf({ actorKind, actor }: RawRow, salt: Uint8Array): Uint8Array {
  const writer = actorWriter.begin(salt);
  writer.part(actorKind);
  writer.part(isNobody(actor) ? none : actor);
  return writer.hash();
}

/** Parts behind their lengths, in one buffer that is used again and again: millions of events are hashed. */
class PartWriter {
  #bytes = Buffer.allocUnsafe(1024);
  #length = 0;

  begin(salt: Uint8Array): this {
    this.#length = 0;
    this.#add(salt);
    return this;
  }

  byte(value: number): void {
    this.#add(Uint8Array.of(value));
  }

  int64(value: number): void {
    const bytes = Buffer.allocUnsafe(8);
    bytes.writeInt32BE(Math.floor(value / 2 ** 32) | 0, 0);
    bytes.writeUInt32BE(value >>> 0, 4);
    this.part(bytes);
  }

  part(value: Field | Uint8Array = none): void {
    this.#reserve(lengthBytes);
    this.#length = this.#bytes.writeInt32BE(value.length, this.#length);
    this.#add(value);
  }

  hash(): Buffer {
    return hash("sha256", this.#bytes.subarray(0, this.#length), "buffer");
  }

  #add(value: Uint8Array): void {
    this.#reserve(value.length);
    this.#bytes.set(value, this.#length);
    this.#length += value.length;
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(2 * (this.#length + more));
    this.#bytes.copy(larger);
    this.#bytes = larger;
  }
}

const eventWriter = new PartWriter();
const actorWriter = new PartWriter();
