import { InvalidInput } from "../errors.ts";

const lengthBytes = 4;

export class DamagedBackup extends InvalidInput {
  constructor(found: string) {
    super(
      "damaged_backup",
      `The backup is damaged: ${found}. Nothing of it was restored. Take another copy of it, or an older backup.`,
    );
  }
}

/**
 * One part of a backup: pieces, each after its length in four bytes, ended by a length of 0. A backup is a header, a
 * part for each table and a trailer, without anything between them.
 */
export async function* partOf(content: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  for await (const piece of content) {
    if (piece.length > 0) yield Buffer.concat([lengthOf(piece), piece]);
  }
  yield Buffer.alloc(lengthBytes);
}

/** A part that is one piece of JSON. */
export async function* jsonPart(value: unknown): AsyncGenerator<Buffer> {
  yield* partOf(onePiece(Buffer.from(JSON.stringify(value))));
}

/** Reads parts in their order. Each must be read to its end before the next. */
export class PartReader {
  readonly #source: AsyncIterator<Buffer>;
  #held: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** The content of the next part. @throws {DamagedBackup} */
  async *next(): AsyncGenerator<Buffer> {
    for (let left = await this.#length(); left > 0; left = await this.#length()) {
      while (left > 0) {
        await this.#hold(1);
        const piece = this.#held.subarray(0, left);
        this.#held = this.#held.subarray(piece.length);
        left -= piece.length;
        yield piece;
      }
    }
  }

  /** @throws {DamagedBackup} when it isn't JSON, or larger than `bytesMax` */
  async nextJson(bytesMax: number): Promise<unknown> {
    const pieces: Buffer[] = [];
    let bytes = 0;
    for await (const piece of this.next()) {
      bytes += piece.length;
      if (bytes > bytesMax) throw new DamagedBackup(`a list in it is over ${bytesMax} bytes long`);
      pieces.push(piece);
    }
    try {
      return JSON.parse(Buffer.concat(pieces).toString("utf8"));
    } catch {
      throw new DamagedBackup("a list in it can't be read");
    }
  }

  /** @throws {DamagedBackup} when something follows the last part */
  async end(): Promise<void> {
    while (this.#held.length === 0) {
      const { done, value } = await this.#source.next();
      if (done) return;
      this.#held = value;
    }
    throw new DamagedBackup("something follows its end");
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#source.return?.();
  }

  async #length(): Promise<number> {
    await this.#hold(lengthBytes);
    const length = this.#held.readUInt32BE();
    this.#held = this.#held.subarray(lengthBytes);
    return length;
  }

  async #hold(bytes: number): Promise<void> {
    while (this.#held.length < bytes) {
      const { done, value } = await this.#source.next();
      if (done) throw new DamagedBackup("it ends too early");
      this.#held = this.#held.length === 0 ? value : Buffer.concat([this.#held, value]);
    }
  }
}

function lengthOf(piece: Uint8Array): Buffer {
  const length = Buffer.alloc(lengthBytes);
  length.writeUInt32BE(piece.length);
  return length;
}

async function* onePiece(piece: Buffer): AsyncGenerator<Buffer> {
  yield piece;
}
