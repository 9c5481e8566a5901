/** What an authenticator writes. */
export type Cbor = number | string | Buffer | ReadonlyMap<number | string, Cbor>;

const major = { positive: 0, negative: 1, bytes: 2, text: 3, map: 5 };

/** CBOR (RFC 8949) as authenticators write it: whole numbers, texts, bytes and maps, lengths below 65,536. */
export function cbor(value: Cbor): Buffer {
  if (typeof value === "number") {
    return value < 0 ? head(major.negative, -1 - value) : head(major.positive, value);
  }
  if (typeof value === "string") {
    return Buffer.concat([head(major.text, Buffer.byteLength(value)), Buffer.from(value)]);
  }
  if (Buffer.isBuffer(value)) return Buffer.concat([head(major.bytes, value.length), value]);
  const entries = [...value].flatMap(([key, held]) => [cbor(key), cbor(held)]);
  return Buffer.concat([head(major.map, value.size), ...entries]);
}

function head(kind: number, count: number): Buffer {
  const start = kind << 5;
  if (count < 24) return Buffer.from([start | count]);
  if (count < 256) return Buffer.from([start | 24, count]);
  return Buffer.from([start | 25, count >> 8, count & 255]);
}
