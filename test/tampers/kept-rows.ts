import { idFrom } from "#platform";
import type { Expected, Hand, Naming, Tamper } from "./tamper.ts";
import type { LoggedEvent } from "./untouched-log.ts";

type Table = "legal_hold" | "sealed_entry";
type Row = { client: string; event: string };

/** What an assignment makes of a row. Another client's is another row. */
const changes: readonly (readonly [Table, string])[] = [
  ["legal_hold", "reason = reason || ' '"],
  ["legal_hold", "placed_at = placed_at + interval '1 millisecond'"],
  ["legal_hold", "placed_at = 'infinity'"],
  ["legal_hold", "lifted_at = coalesce(lifted_at, placed_at) + interval '1 millisecond'"],
  ["sealed_entry", "sealed_at = sealed_at - interval '1 millisecond'"],
  ["sealed_entry", "until = until + 40"],
  ["sealed_entry", "until = 'infinity'"],
  ["sealed_entry", "opened_at = coalesce(opened_at, sealed_at) + interval '1 millisecond'"],
];

/** Legal holds and sealed entries: the rows that a function of the database keeps because events say so. */
export const keptRowTampers: readonly Tamper[] = [
  ...changes.map(
    ([table, assignment]): Tamper => ({
      name: `${table}: ${assignment}`,
      act: async (hand) => {
        const row = await someRow(hand, table);
        await change(hand, table, row, assignment);
        return named(`${table}_changed`, row);
      },
    }),
  ),
  {
    name: "a legal hold that was lifted holds again",
    act: async (hand) => {
      const row = await someRow(hand, "legal_hold", "ledger.hold_lifted");
      await change(hand, "legal_hold", row, "lifted_at = null");
      return named("legal_hold_changed", row);
    },
  },
  ...(["legal_hold", "sealed_entry"] as const).flatMap((table): Tamper[] => [
    {
      name: `${table}: a row is removed`,
      act: async (hand) => {
        const row = await someRow(hand, table);
        await hand.owner.query(`delete from ${nameOf(table)} where client = $1 and event = $2`, [
          ...[row.client, row.event],
        ]);
        return named(`${table}_missing`, row);
      },
    },
    {
      name: `${table}: a row is given to another client`,
      act: async (hand) => {
        const row = await someRow(hand, table);
        const { client } = await someOther(hand);
        await change(hand, table, row, `client = '${client}'`);
        const { named: gone } = named(`${table}_missing`, row);
        const { named: come } = named(`${table}_unlogged`, { ...row, client });
        return { named: [...gone, ...come] };
      },
    },
    {
      name: `${table}: a row is put in`,
      act: async (hand) => {
        const { client, id: event } = await someOther(hand);
        await hand.owner.query(
          table === "legal_hold"
            ? "insert into ledger.legal_holds values ($1, $2, 'case', now())"
            : "insert into ledger.sealed_entries values ($1, $2, $2, now(), current_date + 9)",
          [client, event],
        );
        return named(`${table}_unlogged`, { client, event });
      },
    },
  ]),
  {
    name: "what placed a legal hold, or sealed an entry, is removed",
    act: async (hand) => {
      const event = someSaying(hand);
      await hand.owner.query("delete from ledger.events where id = $1", [event.id]);
      return unbelieved(event, "event_missing");
    },
  },
  {
    name: "what placed a legal hold, or sealed an entry, is changed",
    act: async (hand) => {
      const event = someSaying(hand);
      await hand.change(event, "details = details || ' '");
      return unbelieved(event, "event_changed");
    },
  },
];

function nameOf(table: Table): string {
  return { legal_hold: "ledger.legal_holds", sealed_entry: "ledger.sealed_entries" }[table];
}

/** A row of a client who still has an event of that kind. */
async function someRow(
  hand: Hand,
  table: Table,
  kind = { legal_hold: "ledger.hold_placed", sealed_entry: "ledger.entry_sealed" }[table],
): Promise<Row> {
  const { rows } = await hand.owner.query<Row>(
    `select client, event from ${nameOf(table)} r
     where exists (select from ledger.events e where e.client = r.client and e.kind = $1)
     order by client, event`,
    [kind],
  );
  return hand.pick(rows);
}

/** An event of a client who has no such rows. */
async function someOther(hand: Hand): Promise<LoggedEvent> {
  const { rows } = await hand.owner.query<{ client: string }>(
    "select client from ledger.legal_holds union select client from ledger.sealed_entries",
  );
  const kept = new Set(rows.map(({ client }) => client));
  return hand.event(({ client, client_seq: seq }) => seq !== null && !kept.has(client));
}

/** An event that placed a hold or sealed an entry. */
function someSaying(hand: Hand): LoggedEvent {
  const kinds = ["ledger.hold_placed", "ledger.entry_sealed"];
  return hand.pick(
    hand.log.events.filter(
      ({ kind, is_erased: isErased, is_bridge: isBridge }) =>
        kinds.includes(kind) && !isErased && !isBridge,
    ),
  );
}

async function change(
  { owner }: Hand,
  table: Table,
  { client, event }: Row,
  assignment: string,
): Promise<void> {
  await owner.query(`update ${nameOf(table)} set ${assignment} where client = $1 and event = $2`, [
    ...[client, event],
  ]);
}

function named(code: Naming["code"], { client, event }: Row): Expected {
  const at = { client: idFrom("client", client), event: idFrom("event", event) };
  return { named: [[{ code, at }]] };
}

/** What it says isn't believed any more, so its rows are nobody's. */
function unbelieved({ leaf = -1 }: LoggedEvent, code: Naming["code"]): Expected {
  const beside = ["legal_hold_unlogged", "sealed_entry_unlogged", "sealed_entry_changed"] as const;
  return { named: [[{ code, at: { leaf } }], beside.map((one) => ({ code: one }))] };
}
