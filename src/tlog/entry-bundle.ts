import { refuse } from "./refusal.ts";
import { tileWidth } from "./tile.ts";

/** tlog-tiles, "Log entries": lengths are uint16, so an entry has 65,535 bytes at most. */
export const entryBytesMax = 0xffff;
const lengthBytes = 2;

/** tlog-tiles, "Log entries": "sequences of big-endian uint16 length-prefixed log entries". */
export function printEntryBundle(entries: readonly Uint8Array[]): Uint8Array {
  checkWidth(entries.length);
  const bytes = new Uint8Array(entries.reduce((sum, entry) => sum + lengthBytes + entry.length, 0));
  const view = new DataView(bytes.buffer);
  let place = 0;
  for (const entry of entries) {
    if (entry.length > entryBytesMax) {
      refuse(
        "too_large",
        `The entry has ${entry.length} bytes; a bundle holds entries up to ${entryBytesMax}.`,
      );
    }
    view.setUint16(place, entry.length);
    bytes.set(entry, place + lengthBytes);
    place += lengthBytes + entry.length;
  }
  return bytes;
}

/** The entries of a bundle that is `width` entries wide. Throws `malformed` when it is cut off or bytes are over. */
export function parseEntryBundle(bytes: Uint8Array, width: number): Uint8Array[] {
  checkWidth(width);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const entries: Uint8Array[] = [];
  let place = 0;
  for (let count = 0; count < width; count++) {
    const start = place + lengthBytes;
    const end = start <= bytes.length ? start + view.getUint16(place) : start;
    if (end > bytes.length) refuse("malformed", `The bundle ends in entry ${count} of ${width}.`);
    entries.push(bytes.slice(start, end));
    place = end;
  }
  if (place === bytes.length) return entries;
  return refuse(
    "malformed",
    `The bundle has ${bytes.length - place} bytes after its ${width} entries.`,
  );
}

function checkWidth(width: number): void {
  if (Number.isInteger(width) && width >= 1 && width <= tileWidth) return;
  refuse(
    "malformed",
    `A bundle of ${width} entries was asked for; bundles have 1 to ${tileWidth}.`,
  );
}
