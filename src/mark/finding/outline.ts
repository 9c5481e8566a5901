/** A point of a picture, in pixels from its upper left corner. */
export type Point = readonly [x: number, y: number];

/** The largest part of a grid's cells that hang together. */
export function largestPart(cells: Uint8Array, columns: number): Uint8Array {
  const part = new Int32Array(cells.length);
  const sizes = [0];
  for (let start = 0; start < cells.length; start++) {
    if (!cells[start] || part[start]) continue;
    const own = sizes.push(0) - 1;
    const waiting = [start];
    part[start] = own;
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      sizes[own] = (sizes[own] ?? 0) + 1;
      for (const next of around(at, columns, cells.length)) {
        if (!cells[next] || part[next]) continue;
        part[next] = own;
        waiting.push(next);
      }
    }
  }
  const most = sizes.indexOf(Math.max(...sizes));
  return Uint8Array.from(part, (own) => (own > 0 && own === most ? 1 : 0));
}

function around(at: number, columns: number, length: number): number[] {
  const column = at % columns;
  return [
    ...(column > 0 ? [at - 1] : []),
    ...(column < columns - 1 ? [at + 1] : []),
    ...(at >= columns ? [at - columns] : []),
    ...(at + columns < length ? [at + columns] : []),
  ];
}

/** The tightest convex line around cells (Andrew's monotone chain), in cells; nothing around none. */
export function outlineOf(cells: Uint8Array, columns: number): Point[] {
  const points: Point[] = [];
  for (const [at, isSet] of cells.entries()) {
    if (!isSet) continue;
    const [x, y] = [at % columns, Math.floor(at / columns)];
    points.push([x, y], [x + 1, y], [x, y + 1], [x + 1, y + 1]);
  }
  points.sort((one, other) => one[0] - other[0] || one[1] - other[1]);
  return [...chain(points), ...chain(points.toReversed())];
}

function chain(points: readonly Point[]): Point[] {
  const line: Point[] = [];
  for (const point of points) {
    while (line.length > 1 && turn(line.at(-2) ?? point, line.at(-1) ?? point, point) <= 0)
      line.pop();
    line.push(point);
  }
  return line.slice(0, -1);
}

function turn([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): number {
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
}
