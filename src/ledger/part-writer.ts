/** What a part of an event is made of: a value, or the bytes that stand for it already. */
export type Text = string | Uint8Array | undefined;
export type Integer = number | Uint8Array | undefined;

export type Bytes = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();
const lengthBytes = 4;

/**
 * Writes parts behind their lengths into one array that grows; what isn't there is an empty part. A writer may be used
 * again and again, and what it wrote is good until then. It runs in pages too, and uses nothing of Node.
 */
export class PartWriter {
  #bytes = new Uint8Array(1024);
  #view = new DataView(this.#bytes.buffer);
  #length = 0;

  /** Begins anew, with bytes that have no length before them. */
  begin(start: Uint8Array): this {
    this.#length = 0;
    this.#add(start);
    return this;
  }

  get bytes(): Bytes {
    return this.#bytes.subarray(0, this.#length);
  }

  byte(value: number): void {
    this.#reserve(1);
    this.#bytes[this.#length++] = value;
  }

  part(value: Uint8Array | undefined): void {
    this.#head(value?.length ?? 0);
    if (value) this.#add(value);
  }

  text(value: Text): void {
    if (typeof value !== "string") {
      this.part(value);
      return;
    }
    const start = this.#length;
    this.#head(value.length * 3); // UTF-8 at its longest
    const { written } = encoder.encodeInto(value, this.#bytes.subarray(this.#length));
    this.#view.setInt32(start, written);
    this.#length += written;
  }

  int32(value: Integer): void {
    if (typeof value !== "number") {
      this.part(value);
      return;
    }
    if (value !== (value | 0)) throw new RangeError(`${value} doesn't fit into 4 bytes`);
    this.#head(4);
    this.#view.setInt32(this.#length, value);
    this.#length += 4;
  }

  int64(value: Integer): void {
    if (typeof value !== "number") {
      this.part(value);
      return;
    }
    this.#head(8);
    this.#view.setBigInt64(this.#length, BigInt(value));
    this.#length += 8;
  }

  #head(length: number): void {
    this.#reserve(lengthBytes + length);
    this.#view.setInt32(this.#length, length);
    this.#length += lengthBytes;
  }

  #add(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = new Uint8Array(2 * (this.#length + more));
    larger.set(this.#bytes);
    this.#bytes = larger;
    this.#view = new DataView(larger.buffer);
  }
}
