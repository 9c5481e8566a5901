import type { Id } from "#platform";

const letters = "0123456789abcdefghjkmnpqrstvwxyz"; // as in src/platform/ids.ts, which a page can't load

/** The 16 bytes of an id's UUID. */
export function idBytes(id: Id<string>): Uint8Array {
  const number = [...id.slice(id.indexOf("_") + 1)].reduce(
    (held, letter) => held * 32n + BigInt(letters.indexOf(letter)),
    0n,
  );
  const bytes = new Uint8Array(16);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, number >> 64n);
  view.setBigUint64(8, number);
  return bytes;
}
