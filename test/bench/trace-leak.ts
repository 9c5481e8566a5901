import { Client } from "pg";
import { Seeded } from "#ledger";
import { dayMs, type Id, uuidOf } from "#platform";
import type { TraceWorld } from "./trace-world.ts";

const leakerCount = 2;
const leakDays = 300;
const strayShare = 0.15;
const columns = [
  "name",
  "email",
  "phone",
  "address",
  "date_of_birth",
  "nationality",
  "balance",
] as const;
type Column = (typeof columns)[number];

/** Rows that leaked: their text as CSV, who they came from, and when they were first seen in public. */
export type DrawnLeak = {
  csv: string;
  leakers: readonly Id<"staff">[];
  rows: number;
  before: Date;
};

type Seen = { client: string; fields: Partial<Record<Column, number>> };

/**
 * Draws a leak of what was shown: two agents of one team who were shown enough, each with as many rows, one for a contact
 * in which an address or a number was shown, with the values of that day; and beside them 15 % rows of other clients, by
 * nobody's looks.
 */
export async function drawLeak(
  { history }: TraceWorld,
  ownerUrl: string,
  rows: number,
): Promise<DrawnLeak> {
  const seeded = new Seeded(history.seed + 100);
  const recorded = history.recorded(history.clients.count);
  const places = new Map(recorded.map((place) => [uuidOf(history.clients.id(place)), place]));
  const rowsEach = Math.floor((rows * (1 - strayShare)) / leakerCount);
  const team = Array.from({ length: history.staff.count }, (_, place) => place).filter(
    (place) => history.crowd.teamOf(place) === 0,
  );
  const asked = team.slice(Math.floor(team.length / 3)).map((place) => history.staff.id(place));
  const leakers: Id<"staff">[] = [];
  const taken = new Map<string, Seen["fields"]>();
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    for (const staff of asked) {
      if (leakers.length === leakerCount) break;
      const shown = await seenBy(owner, staff, new Date(history.to.getTime() - leakDays * dayMs));
      const fresh = shuffled(shown, seeded).filter(
        ({ client }) => places.has(client) && !taken.has(client),
      );
      const each = new Map(fresh.map(({ client, fields }) => [client, fields]));
      if (each.size < rowsEach) continue;
      for (const [client, fields] of [...each].slice(0, rowsEach)) taken.set(client, fields);
      leakers.push(staff);
    }
    if (leakers.length < leakerCount) throw new Error(`few were shown ${rowsEach} clients`);
    const known = await recordedClients(owner);
    for (const client of shuffled(known, seeded)) {
      if (taken.size === rows) break;
      if (!taken.has(client)) taken.set(client, { name: 1, email: 1, phone: 1 });
    }
  } finally {
    await owner.end();
  }
  const lines = [...taken].map(([client, fields]) =>
    columns.map((column) => valueIn(history, places.get(client) ?? 0, column, fields)).join(","),
  );
  const csv = `${columns.join(",")}\n${shuffled(lines, seeded).join("\n")}\n`;
  return { csv, leakers, rows: taken.size, before: history.to };
}

function valueIn(
  history: TraceWorld["history"],
  place: number,
  column: Column,
  fields: Seen["fields"],
): string {
  const version = fields[column];
  if (version === undefined) return "";
  const value = history.valueAt(place, column, version);
  return value.includes(",") ? `"${value}"` : value;
}

async function seenBy(owner: Client, staff: Id<"staff">, from: Date): Promise<Seen[]> {
  const { rows } = await owner.query<Seen>(
    `select e.client, json_object_agg(e.field, e.version) as fields from ledger.events e
     join vault.clients k on k.client = e.client
     where e.actor = $1 and e.occurred_at >= $2 and e.kind = 'vault.revealed' and e.version is not null
     group by e.client, e.ticket having bool_or(e.field in ('email', 'phone')) order by e.client, e.ticket`,
    [uuidOf(staff), from],
  );
  return rows;
}

async function recordedClients(owner: Client): Promise<string[]> {
  const { rows } = await owner.query<{ client: string }>(
    "select client from vault.clients order by client",
  );
  return rows.map(({ client }) => client);
}

function shuffled<Item>(items: readonly Item[], seeded: Seeded): Item[] {
  return items
    .map((item) => ({ item, key: seeded.draw() }))
    .sort((one, other) => one.key - other.key)
    .map(({ item }) => item);
}
