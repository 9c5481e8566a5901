import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";

const pieceBytes = 1 << 20;

/** A sample as it comes: a file's stream, bytes, or pasted text. */
export type SampleSource = AsyncIterable<Uint8Array> | Uint8Array | string;

/** @property isCut there is more than these */
export type GivenBytes = { bytes: Buffer; isCut: boolean; digest: string };

/** Takes so many bytes and not one more: a stream is left where the limit is, without loading the rest. */
export async function takeBytes(source: SampleSource, bytesMax: number): Promise<GivenBytes> {
  const hash = createHash("sha256");
  const held: Buffer[] = [];
  let left = bytesMax;
  let isCut = false;
  for await (const piece of piecesOf(source, bytesMax)) {
    const taken = piece.subarray(0, left);
    isCut = taken.length < piece.length;
    hash.update(taken);
    held.push(Buffer.from(taken));
    left -= taken.length;
    if (isCut) break;
  }
  return { bytes: Buffer.concat(held), isCut, digest: hash.digest("hex") };
}

async function* piecesOf(source: SampleSource, bytesMax: number): AsyncGenerator<Uint8Array> {
  if (typeof source !== "string" && !(source instanceof Uint8Array)) {
    for await (const chunk of source) {
      yield* inPieces(chunk);
      await setImmediate();
    }
    return;
  }
  // A letter is a byte at least: what is beyond so many letters is beyond so many bytes.
  const bytes = typeof source === "string" ? Buffer.from(source.slice(0, bytesMax + 1)) : source;
  for (const piece of inPieces(bytes.subarray(0, bytesMax + 1))) {
    yield piece;
    await setImmediate();
  }
}

function* inPieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += pieceBytes) {
    yield bytes.subarray(start, start + pieceBytes);
  }
}
