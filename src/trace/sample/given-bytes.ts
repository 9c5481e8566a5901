import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";

const pieceBytes = 1 << 20;
const pieceLetters = 1 << 18;

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
  const pieces = typeof source === "string" ? encoded(source, bytesMax) : inPieces(source);
  for (const piece of pieces) {
    yield piece;
    await setImmediate();
  }
}

/** A letter is a byte at least: what is beyond so many letters is beyond so many bytes. */
function* encoded(text: string, bytesMax: number): Generator<Uint8Array> {
  const end = Math.min(text.length, bytesMax + 1);
  for (let start = 0; start < end; ) {
    const last = text.charCodeAt(start + pieceLetters - 1);
    const isHalf = last >= 0xd800 && last < 0xdc00; // of a letter that takes two
    const next = start + pieceLetters - (isHalf ? 1 : 0);
    yield Buffer.from(text.slice(start, Math.min(next, end)));
    start = next;
  }
}

function* inPieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += pieceBytes) {
    yield bytes.subarray(start, start + pieceBytes);
  }
}
