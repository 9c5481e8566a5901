import { type Id, idBytes } from "#platform";

/** What a column of PostgreSQL's binary COPY takes, by the type of its column. */
export type Cell =
  | { is: "uuid"; id: Id<string> }
  | { is: "text"; text: string }
  | { is: "bytes"; bytes: Uint8Array }
  | { is: "integer"; integer: number }
  | { is: "moment"; moment: Date }
  | { is: "nothing" };

const signature = Buffer.from("PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0", "latin1");
const trailer = Buffer.from([0xff, 0xff]);
const nothing = -1;
/** PostgreSQL counts microseconds from the year 2000. */
const epochMs = Date.UTC(2000, 0, 1);

/** Rows as `copy … with (format binary)` reads them ("COPY", PostgreSQL's documentation): no text is escaped or parsed. */
export class CopyRows {
  #bytes = Buffer.allocUnsafe(1 << 16);
  #length = 0;

  constructor() {
    this.#add(signature);
  }

  add(cells: readonly Cell[]): void {
    this.#reserve(2);
    this.#length = this.#bytes.writeInt16BE(cells.length, this.#length);
    for (const cell of cells) this.#addCell(cell);
  }

  /** All of them; nothing can be added after. */
  end(): Buffer {
    this.#add(trailer);
    return this.#bytes.subarray(0, this.#length);
  }

  #addCell(cell: Cell): void {
    switch (cell.is) {
      case "uuid":
        this.#addLong(idBytes(cell.id));
        break;
      case "bytes":
        this.#addLong(cell.bytes);
        break;
      case "text": {
        const bytes = Buffer.byteLength(cell.text);
        this.#head(bytes);
        this.#length += this.#bytes.write(cell.text, this.#length);
        break;
      }
      case "integer":
        this.#head(4);
        this.#length = this.#bytes.writeInt32BE(cell.integer, this.#length);
        break;
      case "moment": {
        this.#head(8);
        const microseconds = BigInt(cell.moment.getTime() - epochMs) * 1_000n;
        this.#length = this.#bytes.writeBigInt64BE(microseconds, this.#length);
        break;
      }
      case "nothing":
        this.#head(nothing);
    }
  }

  #addLong(bytes: Uint8Array): void {
    this.#head(bytes.length);
    this.#add(bytes);
  }

  /** A cell's length, and room for the cell. */
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
