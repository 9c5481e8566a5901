import type { Writable } from "node:stream";

const lengthBytes = 4;
/** A value of the longest size, as JSON that escapes every character, and its place. */
export const frameBytesMax = 524_288;

/** A message as it goes over the socket: its length, 4 bytes big-endian, and its JSON. */
export function frameOf(message: unknown): Buffer {
  const json = Buffer.from(JSON.stringify(message));
  const length = Buffer.alloc(lengthBytes);
  length.writeUInt32BE(json.length);
  return Buffer.concat([length, json]);
}

/** Writes a message. Those of one moment go out together. */
export function sendFrame(socket: Writable, message: unknown): void {
  if (socket.writableCorked === 0) {
    socket.cork();
    process.nextTick(() => socket.uncork());
  }
  socket.write(frameOf(message));
}

/** Cuts what comes over a socket into messages, however it was cut in between. */
export class FrameReader {
  #held = Buffer.alloc(0);

  /** The messages that this piece completes. It throws for one that is too long or isn't JSON: end the connection. */
  take(piece: Buffer): unknown[] {
    this.#held = Buffer.concat([this.#held, piece]);
    const messages: unknown[] = [];
    while (this.#held.length >= lengthBytes) {
      const bytes = this.#held.readUInt32BE();
      if (bytes > frameBytesMax) throw new Error(`a frame of ${bytes} bytes`);
      if (this.#held.length < lengthBytes + bytes) break;
      messages.push(JSON.parse(this.#held.toString("utf8", lengthBytes, lengthBytes + bytes)));
      this.#held = this.#held.subarray(lengthBytes + bytes);
    }
    return messages;
  }
}
