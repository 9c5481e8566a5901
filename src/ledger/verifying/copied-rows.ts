/** A column's bytes as PostgreSQL sends them; undefined for null. */
export type Field = Buffer | undefined;

/** A signature of 11 bytes, flags, and an extension that no version has. */
const headerBytes = 19;
const endOfRows = -1;

/**
 * The rows of a `copy ... to stdout (format binary)`, some at a time: PostgreSQL's documentation, COPY, "Binary
 * Format". Fields are views of what was received.
 */
export async function* copiedRows(chunks: AsyncIterable<Buffer>): AsyncGenerator<Field[][]> {
  let held: Buffer = Buffer.alloc(0);
  let isBegun = false;
  for await (const chunk of chunks) {
    held = held.length > 0 ? Buffer.concat([held, chunk]) : chunk;
    if (!isBegun && held.length < headerBytes) continue;
    const { rows, end } = rowsIn(held, isBegun ? 0 : headerBytes);
    isBegun = true;
    held = held.subarray(end);
    yield rows;
  }
}

/** The whole rows from `start` on, and where the first that isn't whole begins. */
function rowsIn(bytes: Buffer, start: number): { rows: Field[][]; end: number } {
  const rows: Field[][] = [];
  let end = start;
  while (end + 2 <= bytes.length) {
    const count = bytes.readInt16BE(end);
    if (count === endOfRows) return { rows, end: bytes.length };
    const row: Field[] = [];
    let place = end + 2;
    while (row.length < count) {
      if (place + 4 > bytes.length) return { rows, end };
      const length = bytes.readInt32BE(place);
      place += 4;
      if (place + length > bytes.length) return { rows, end };
      row.push(length < 0 ? undefined : bytes.subarray(place, place + length));
      place += Math.max(length, 0);
    }
    rows.push(row);
    end = place;
  }
  return { rows, end };
}
