import { setImmediate as othersTurn } from "node:timers/promises";
import type { Id } from "#platform";
import type { LeakedRow } from "../leak.ts";
import { Fits } from "./fits.ts";
import type { ResolvingDesk } from "./holding.ts";
import { nameOf, type ReadRow, readRows } from "./reading.ts";
import { type AskedIndex, clientsByIndex, clientsByMask } from "./store.ts";

/** How many of the clients whom a row fits are named. */
const namedMax = 20;

/** After so many rows whatever else the process does has its turn. */
const rowsAtOnce = 250;

/** How many of some clients a row could be about, and the first of them. */
type Fit = { line: number; fits: number; clients: readonly Id<"client">[] };

/**
 * Holds rows that find nobody by themselves (a first name and a city, four digits) against some clients, as those whom
 * somebody saw, by masks and indexes: how many of them each row fits. One that says nothing fits all.
 * @param clients 100,000 at most
 */
export async function fitAmong(
  desk: ResolvingDesk,
  rows: readonly LeakedRow[],
  clients: readonly Id<"client">[],
): Promise<Fit[]> {
  const read: ReadRow[] = [];
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    read.push(...(await readRows(desk.keykeeper, rows.slice(from, from + rowsAtOnce))));
  }
  const values = read.flatMap((row) => row.values);
  const fits = new Fits(clients.length);
  const masked = values.filter(({ is }) => is === "partial" || is === "spelled");
  const fields = [...new Set(masked.map(({ field }) => field))];
  for (const { field, mask, places } of await clientsByMask(desk.database, clients, fields)) {
    fits.takeMask(field, mask, places);
  }
  const asked = new Map<string, AskedIndex>();
  for (const value of values) {
    if (value.is !== "indexed") continue;
    const { field, indexes } = value;
    for (const index of indexes) asked.set(nameOf(field, index), { field, index });
  }
  const names = [...asked.keys()];
  const found = await clientsByIndex(desk.database, clients, [...asked.values()]);
  for (const { place, places } of found) fits.takeIndex(names[place] ?? "", places);
  const fitting: Fit[] = [];
  for (const [place, { row, values }] of read.entries()) {
    if (place % rowsAtOnce === 0) await othersTurn();
    const places = fits.ofAll(values);
    const named = places.slice(0, namedMax).flatMap((one) => clients[one] ?? []);
    fitting.push({ line: row.line, fits: places.length, clients: named });
  }
  return fitting;
}
