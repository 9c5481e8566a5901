const signature = Buffer.from("PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0", "latin1");
const trailer = Buffer.from([0xff, 0xff]);
const nothing = -1;
/** PostgreSQL counts microseconds from the year 2000. */
const epochMs = Date.UTC(2000, 0, 1);
const high = 2 ** 32;

/**
 * Rows as `copy … with (format binary)` reads them ("COPY", PostgreSQL's documentation): no text is escaped or parsed.
 * Each row is begun with the number of its columns; then each column's value is added, in their order.
 */
export class CopyRows {
  #bytes = Buffer.allocUnsafe(1 << 16);
  #length = 0;
  #count = 0;

  constructor() {
    this.#add(signature);
  }

  get count(): number {
    return this.#count;
  }

  begin(columns: number): this {
    this.#reserve(2);
    this.#length = this.#bytes.writeInt16BE(columns, this.#length);
    this.#count += 1;
    return this;
  }

  /** For bytea, for a uuid as its 16 bytes, and for a text in UTF-8; undefined is null. */
  bytes(bytes: Uint8Array | undefined): this {
    this.#head(bytes?.length ?? nothing);
    if (bytes) this.#add(bytes);
    return this;
  }

  /** Undefined is null. */
  text(text: string | undefined): this {
    if (text === undefined) return this.bytes(undefined);
    this.#head(Buffer.byteLength(text));
    this.#length += this.#bytes.write(text, this.#length);
    return this;
  }

  /** For smallint. */
  small(integer: number): this {
    this.#head(2);
    this.#length = this.#bytes.writeInt16BE(integer, this.#length);
    return this;
  }

  /** Undefined is null. */
  integer(integer: number | undefined): this {
    if (integer === undefined) return this.bytes(undefined);
    this.#head(4);
    this.#length = this.#bytes.writeInt32BE(integer, this.#length);
    return this;
  }

  /** For bigint, of an integer that a number holds exactly. */
  big(integer: number): this {
    this.#head(8);
    this.#length = this.#bytes.writeInt32BE(Math.floor(integer / high), this.#length);
    this.#length = this.#bytes.writeUInt32BE(
      integer - Math.floor(integer / high) * high,
      this.#length,
    );
    return this;
  }

  /** For timestamptz; a number is milliseconds since 1970. */
  moment(moment: Date | number): this {
    return this.big((Number(moment) - epochMs) * 1_000);
  }

  /** Columns that `encoded` gave: the same ones stand in many rows. */
  columns(encoded: Buffer): this {
    this.#reserve(encoded.length);
    this.#add(encoded);
    return this;
  }

  /** What stands in a row for texts, one column each. */
  static encoded(texts: readonly (string | undefined)[]): Buffer {
    const rows = new CopyRows();
    rows.#length = 0;
    for (const text of texts) rows.text(text);
    return rows.take();
  }

  /** What was added since it was last asked: rows that are too many for memory are sent piece by piece. */
  take(): Buffer {
    const taken = this.#bytes.subarray(0, this.#length);
    this.#bytes = Buffer.allocUnsafe(Math.max(this.#bytes.length, 1 << 16));
    this.#length = 0;
    return taken;
  }

  /** All of them, or the rest; nothing can be added after. */
  end(): Buffer {
    this.#add(trailer);
    return this.#bytes.subarray(0, this.#length);
  }

  /** A value's length, and room for the value. */
  #head(length: number): void {
    this.#reserve(4 + Math.max(length, 0));
    this.#length = this.#bytes.writeInt32BE(length, this.#length);
  }

  #add(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(2 * (this.#length + more));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}
