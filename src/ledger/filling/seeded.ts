import { type Id, idFrom } from "#platform";

const uuidBytes = 16;

/**
 * What follows from a seed alone (SplitMix32's mixing), so that the same seed fills the same ledger. Nobody's secret is
 * kept by it.
 */
export class Seeded {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A whole number below 2³². */
  draw(): number {
    this.#state = (this.#state + 0x9e3779b9) >>> 0;
    let mixed = this.#state ^ (this.#state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    mixed ^= mixed >>> 15;
    return mixed >>> 0;
  }

  /** From 0 to below 1. */
  share(): number {
    return this.draw() / 2 ** 32;
  }

  below(end: number): number {
    return Math.floor(this.share() * end);
  }

  bytes(length: number): Buffer {
    const bytes = Buffer.allocUnsafe(length);
    for (let at = 0; at + 4 <= length; at += 4) bytes.writeUInt32LE(this.draw(), at);
    return bytes;
  }

  /** The 16 bytes of a UUIDv7 (RFC 9562 §5.7) of that moment. */
  uuid(atMs: number): Buffer {
    const bytes = Buffer.allocUnsafe(uuidBytes);
    bytes.writeUIntBE(atMs, 0, 6);
    bytes.writeUInt16BE(0x7000 | (this.draw() & 0x0fff), 6);
    bytes.writeUInt32BE((0x80000000 | (this.draw() & 0x3fffffff)) >>> 0, 8);
    bytes.writeUInt32BE(this.draw(), 12);
    return bytes;
  }

  id<Prefix extends string>(prefix: Prefix, atMs: number): Id<Prefix> {
    return idFrom(prefix, this.uuid(atMs).toString("hex"));
  }

  /** Ids that were made between two moments. */
  ids<Prefix extends string>(prefix: Prefix, count: number, from: Date, to: Date): IdList<Prefix> {
    const bytes = Buffer.allocUnsafe(count * uuidBytes);
    const [start, span] = [from.getTime(), to.getTime() - from.getTime()];
    for (let place = 0; place < count; place++) {
      bytes.set(this.uuid(start + this.below(span)), place * uuidBytes);
    }
    return new IdList(prefix, bytes);
  }
}

/** Ids of many, by their place: a history names millions of clients, each many times. */
export class IdList<Prefix extends string> {
  readonly count: number;
  readonly #prefix: Prefix;
  readonly #bytes: Buffer;

  constructor(prefix: Prefix, bytes: Buffer) {
    this.#prefix = prefix;
    this.#bytes = bytes;
    this.count = bytes.length / uuidBytes;
  }

  bytes(place: number): Buffer {
    return this.#bytes.subarray(place * uuidBytes, (place + 1) * uuidBytes);
  }

  id(place: number): Id<Prefix> {
    return idFrom(this.#prefix, this.bytes(place).toString("hex"));
  }
}
