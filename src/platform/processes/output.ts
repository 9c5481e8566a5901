import { Writable } from "node:stream";

/** Its reader left: not worth a word to anybody. */
const readerLeft = "EPIPE";

/**
 * What a process says, on its standard output or beside it. What nobody takes, since the reader left or the disk is full, is
 * dropped and remembered: it never stops the work that is spoken of.
 */
export class Output extends Writable {
  /** Whether somebody reads it on a terminal. */
  readonly isTTY: boolean;
  /** The system's code for why some of it was dropped, once some was. */
  lost: string | undefined;
  readonly #to: Writable;

  constructor(to: Writable & { readonly isTTY?: boolean }) {
    super();
    this.isTTY = to.isTTY === true;
    this.#to = to;
    to.on("error", () => {}); // each piece hears of it by itself
  }

  override _write(piece: Buffer, _encoding: BufferEncoding, done: () => void): void {
    const told = (error?: Error | null) => {
      if (error) this.lost ??= "code" in error ? String(error.code) : error.name;
      done();
    };
    if (piece.length === 0) told();
    else this.#to.write(piece, told);
  }

  /** Waits until each piece was written or dropped. */
  async settle(): Promise<void> {
    await new Promise<void>((resolve) => this.write("", () => resolve()));
  }

  /** What to tell of the pieces that were dropped, and what to do about it; undefined when there is nothing to tell. */
  get complaint(): string | undefined {
    if (this.lost === undefined || this.lost === readerLeft) return undefined;
    return `Some of the output couldn't be written (${this.lost}). Write it elsewhere, or make room.`;
  }
}
