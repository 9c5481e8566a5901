import { idFrom, nobody } from "#platform";
import type { Expected, Hand, Tamper } from "./tamper.ts";
import type { LoggedEvent } from "./untouched-log.ts";

const aDay = "interval '1 day'";

/** What to put into a column, in SQL; each differs from what is there. */
const columns: readonly [name: string, value: string][] = [
  ["occurred_at", "occurred_at - interval '1 millisecond'"],
  ["occurred_at", `occurred_at - ${aDay}`],
  ["client", "gen_random_uuid()"],
  ["client", `'${nobody}'`],
  ["client", "(select h.client from ledger.client_heads h where h.client <> e.client limit 1)"],
  ["actor", "gen_random_uuid()"],
  ["actor", `case when actor = '${nobody}' then gen_random_uuid() else '${nobody}' end`],
  ["actor_kind", "case actor_kind when 'staff' then 'system' else 'staff' end"],
  ["kind", "kind || 'x'"],
  ["kind_version", "kind_version + 1"],
  ["field", "coalesce(field, '') || 'x'"],
  ["version", "coalesce(version, 0) + 1"],
  ["ticket", "gen_random_uuid()"],
  ["purpose", "coalesce(purpose, '') || ' '"],
  ["decision", "case decision when 'deny' then 'allow' else 'deny' end"],
  ["decision", "coalesce(decision, '') || 'x'"],
  ["details", "overlay(details placing 'X' from 3 for 1)"],
  ["details", "details || ' '"],
  ["salt", "set_byte(salt, 31, get_byte(salt, 31) # 1)"],
  ["client_seq", "coalesce(client_seq, 0) + 1"],
  ["client_seq", "coalesce(client_seq, 0) - 1"],
  ["client_seq", "coalesce(client_seq, 0) + 1000"],
];

const emptied = ["field", "version", "ticket", "purpose", "client_seq"];

function changed({ leaf }: LoggedEvent): Expected {
  return { named: [[{ code: "event_changed", at: { leaf: leaf ?? -1 } }]] };
}

function idOf({ id }: { id: string }) {
  return idFrom("event", id);
}

export const eventTampers: readonly Tamper[] = [
  ...columns.map(
    ([column, value]): Tamper => ({
      name: `an event's ${column} := ${value}`,
      act: async (hand) => {
        const isNobodys = column === "client" && value.includes(nobody);
        const event = hand.event(({ client }) => !isNobodys || client !== nobody);
        const { rowCount } = await hand.owner.query(
          `update ledger.events e set ${column} = ${value} where client = $1 and id = $2`,
          [event.client, event.id],
        );
        if (rowCount !== 1) throw new Error("nothing was changed");
        return changed(event);
      },
    }),
  ),
  ...emptied.map(
    (column): Tamper => ({
      name: `an event's ${column} is emptied`,
      act: async (hand) => {
        const { rows } = await hand.owner.query<{ id: string }>(
          `select id from ledger.events where ${column} is not null`,
        );
        const having = new Set(rows.map(({ id }) => id));
        const event = hand.event(({ id }) => having.has(id));
        await hand.change(event, `${column} = null`);
        return changed(event);
      },
    }),
  ),
  {
    name: "a byte of an event's id",
    act: async (hand) => {
      const event = hand.event();
      const id = hand.tampered(Buffer.from(event.id.replaceAll("-", ""), "hex")).toString("hex");
      await hand.change(event, "id = $3::uuid", [id]);
      return changed(event);
    },
  },
  {
    name: "a byte of an event's details",
    act: async (hand) => {
      const event = hand.event();
      const details = await hand.value<string>("select details from ledger.events where id = $1", [
        event.id,
      ]);
      await hand.change(event, "details = $3", [hand.tamperedText(details)]);
      return changed(event);
    },
  },
  {
    name: "an event's salt, or its details alone, are emptied",
    act: async (hand) => {
      const event = hand.event();
      await hand.change(event, `${hand.pick(["salt", "details"])} = null`);
      return { named: [[{ code: "erasure_half_done", at: { event: idOf(event) } }]] };
    },
  },
  {
    name: "an event's actor_commitment is put in",
    act: async (hand) => {
      const event = hand.event(({ actor }) => actor !== nobody);
      await hand.change(event, "actor_commitment = sha256(salt)");
      return { named: [[{ code: "erasure_half_done", at: { event: idOf(event) } }]] };
    },
  },
  {
    name: "an event gets a previous leaf that it doesn't need",
    act: async (hand) => {
      const event = hand.event(({ client_seq: seq }) => (seq ?? 0) > 1);
      await hand.change(event, "previous_leaf = sha256(salt)");
      return { named: [[{ code: "previous_leaf_wrong", at: { event: idOf(event) } }]] };
    },
  },
  {
    name: "the previous leaf of an event after an erased one is changed",
    act: async (hand) => {
      const event = hand.pick(hand.log.events.filter(({ is_bridge: isBridge }) => isBridge));
      await hand.change(event, "previous_leaf = sha256(previous_leaf)");
      return { named: [[{ code: "previous_leaf_wrong", at: { event: idOf(event) } }]] };
    },
  },
  {
    name: "the previous leaf of an event after an erased one is emptied",
    act: async (hand) => {
      const event = hand.pick(hand.log.events.filter(({ is_bridge: isBridge }) => isBridge));
      await hand.change(event, "previous_leaf = null");
      return { named: [[{ code: "previous_leaf_missing", at: { event: idOf(event) } }]] };
    },
  },
  {
    name: "an erased actor is made somebody",
    act: async (hand) => {
      const event = hand.pick(
        hand.log.events.filter((one) => one.is_actor_erased && !one.is_erased),
      );
      await hand.change(event, "actor = gen_random_uuid()");
      return { named: [[{ code: "erasure_half_done", at: { event: idOf(event) } }]] };
    },
  },
  {
    name: "an event is back-dated, with an id of that time",
    act: async (hand) => {
      const event = hand.event();
      const days = 1 + hand.below(300);
      const ms = Number.parseInt(event.id.replaceAll("-", "").slice(0, 12), 16) - days * 86_400_000;
      const id = ms.toString(16).padStart(12, "0") + event.id.replaceAll("-", "").slice(12);
      await hand.change(event, "id = $3::uuid, occurred_at = to_timestamp($4::float8 / 1000)", [
        id,
        ms,
      ]);
      return changed(event);
    },
  },
  {
    name: "two events' contents are swapped",
    act: async (hand) => {
      const [one, other] = hand.pickTwo(
        hand.log.events.filter(
          (event) =>
            event.kind === "test.noted" &&
            event.leaf !== undefined &&
            !event.is_erased &&
            !event.is_actor_erased &&
            !event.is_bridge,
        ),
      );
      await swap(hand, one, other, ["details", "field", "purpose", "salt"]);
      return { named: [one, other].flatMap((event) => changed(event).named) };
    },
  },
  {
    name: "two events' numbers in their lane are swapped",
    act: async (hand) => {
      const one = hand.event();
      const other = hand.event((event) => event.id !== one.id && event.instance === one.instance);
      await swap(hand, one, other, ["instance_seq"]);
      return { named: [one, other].flatMap((event) => changed(event).named) };
    },
  },
  {
    name: "two events' numbers in their client's chain are swapped",
    act: async (hand) => {
      const one = hand.event(
        (event) =>
          event.client !== nobody &&
          hand.log.events.filter(
            (other) =>
              other.client === event.client &&
              other.leaf !== undefined &&
              other.kind === "test.noted" &&
              !other.is_bridge &&
              !other.is_actor_erased,
          ).length > 1,
      );
      const other = hand.event((event) => event.id !== one.id && event.client === one.client);
      await swap(hand, one, other, ["client_seq"]);
      return { named: [one, other].flatMap((event) => changed(event).named) };
    },
  },
  {
    name: "an event gets another number in its lane",
    act: async (hand) => {
      const event = hand.event();
      await hand.change(event, "instance_seq = instance_seq + 100000");
      return {
        named: [
          [{ code: "event_missing", at: { leaf: event.leaf } }],
          [{ code: "event_inserted", at: { event: idOf(event) } }],
        ],
      };
    },
  },
  {
    name: "an event gets another lane",
    act: async (hand) => {
      const event = hand.event();
      await hand.change(event, "instance = instance + 100");
      return {
        named: [
          [{ code: "event_missing", at: { leaf: event.leaf } }],
          [{ code: "event_inserted", at: { event: idOf(event) } }],
        ],
      };
    },
  },
];

async function swap(
  hand: Hand,
  one: LoggedEvent,
  other: LoggedEvent,
  names: readonly string[],
): Promise<void> {
  await hand.owner.query(
    `update ledger.events e set ${names.map((name) => `${name} = o.${name}`).join(", ")}
     from ledger.events o
     where (e.id = $1 and o.id = $2) or (e.id = $2 and o.id = $1)`,
    [one.id, other.id],
  );
}
