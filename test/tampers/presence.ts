import { idFrom, nobody } from "#platform";
import { type Expected, type Hand, isWhole, type Tamper } from "./tamper.ts";
import type { LoggedEvent } from "./untouched-log.ts";

const columns = [
  ...["client", "occurred_at", "actor", "version", "kind_version", "actor_kind", "kind", "field"],
  ...["ticket", "purpose", "decision", "details", "salt", "actor_commitment", "previous_leaf"],
].join(", ");

/** Events that are removed, put in or erased: sealed ones and those that wait. */
export const presenceTampers: readonly Tamper[] = [
  {
    name: "a sealed event is removed",
    act: async (hand) => {
      const event = hand.event();
      await remove(hand, event);
      return missing(event);
    },
  },
  {
    name: "a client's two events are removed, one after the other",
    act: async (hand) => {
      const whole = hand.log.events.filter(isWhole);
      const next = (one: LoggedEvent) =>
        whole.find(
          ({ client, client_seq: seq }) =>
            client === one.client && client !== nobody && seq === (one.client_seq ?? 0) + 1,
        );
      const event = hand.event((one) => next(one) !== undefined);
      const after = next(event) ?? event;
      await remove(hand, event);
      await remove(hand, after);
      return {
        named: [
          ...[event, after].map(({ leaf }) => [{ code: "event_missing", at: { leaf } }] as const),
          [{ code: "client_gap", at: { client: idFrom("client", event.client) } }],
        ],
      };
    },
  },
  {
    name: "an erased event is removed",
    act: async (hand) => {
      const event = hand.pick(hand.log.events.filter(({ is_erased: isErased }) => isErased));
      await remove(hand, event);
      return {
        named: [
          [{ code: "event_missing", at: { leaf: event.leaf ?? -1 } }],
          [{ code: "erasure_undone", at: { event: idFrom("event", event.id) } }],
        ],
        beside: [
          ...(["previous_leaf_wrong", "client_gap", "legal_hold_changed"] as const),
          ...(["sealed_entry_unlogged", "sealed_entry_changed", "sealed_entry_missing"] as const),
        ],
      };
    },
  },
  {
    name: "an event that waits is removed",
    act: async (hand) => {
      const event = hand.pick(waiting(hand));
      await remove(hand, event);
      return { named: [[{ code: "pending_alone", at: placeOf(event) }]] };
    },
  },
  {
    name: "an event that waits is removed, and from the outbox",
    act: async (hand) => {
      const event = hand.pick(waiting(hand));
      await remove(hand, event);
      await removePending(hand, event);
      return {
        named: [
          [
            { code: "lane_counter_wrong", at: { instance: event.instance } },
            { code: "lane_gap", at: { instance: event.instance, from: event.instance_seq } },
          ],
        ],
        beside: ["client_head_wrong", "client_gap", "event_unchecked"],
      };
    },
  },
  {
    name: "an event that waits is removed from the outbox",
    act: async (hand) => {
      const event = hand.pick(waiting(hand));
      await removePending(hand, event);
      return { named: [[{ code: "event_unsealed", at: { event: idFrom("event", event.id) } }]] };
    },
  },
  {
    name: "an event that waits is changed",
    act: async (hand) => {
      const event = hand.pick(waiting(hand));
      await hand.change(event, "details = details || ' '");
      return {
        named: [
          [
            { code: "event_changed", at: { leaf: leafOfWaiting(hand, event) } },
            { code: "event_or_entry_changed", at: { leaf: leafOfWaiting(hand, event) } },
          ],
        ],
      };
    },
  },
  {
    name: "a copy of an event is put in",
    act: (hand) => insert(hand, "instance, instance_seq, client_seq"),
  },
  {
    name: "a copy of an event is put in, with a number that follows",
    act: (hand) =>
      insert(
        hand,
        "instance, instance_seq + 100000, case when client_seq > 0 then client_seq + 100 end",
      ),
  },
  {
    name: "an event is put in that its client's chain would take",
    act: (hand) =>
      insert(
        hand,
        `instance, (select seq + 1 from ledger.instances i where i.id = e.instance),
         (select seq + 1 from ledger.client_heads h where h.client = e.client)`,
      ),
  },
  {
    name: "an event is erased, and nothing says so",
    act: async (hand) => {
      const event = hand.event();
      await hand.owner.query(
        `update ledger.events n set previous_leaf = ledger.leaf_at(e.instance, e.instance_seq)
         from ledger.events e where e.id = $1 and n.client = e.client and n.client_seq = e.client_seq + 1`,
        [event.id],
      );
      await hand.change(
        event,
        `client = '${nobody}', field = null, version = null, ticket = null, purpose = null, decision = null,
         details = null, salt = null`,
      );
      return unlogged(event);
    },
  },
  {
    name: "an event is erased where it stands, and nothing says so",
    act: async (hand) => {
      const event = hand.event();
      await hand.change(event, "details = null, salt = null");
      return unlogged(event);
    },
  },
  {
    name: "an event's actor is erased, and nothing says so",
    act: async (hand) => {
      const event = hand.event(({ actor }) => actor !== nobody);
      await hand.change(
        event,
        `actor = '${nobody}', salt = sha256(salt || 'event'::bytea), actor_commitment = sha256(
           sha256(salt || 'actor'::bytea) || ledger.part(convert_to(actor_kind, 'UTF8')) || ledger.part(uuid_send(actor)))`,
      );
      return unlogged(event);
    },
  },
  {
    name: "what says that events were erased is changed",
    act: async (hand) => {
      const event = hand.pick(hand.log.events.filter(({ kind }) => kind === "ledger.erased"));
      await hand.change(event, "details = replace(details, 'event_', 'event_0')");
      return {
        named: [[{ code: "event_changed", at: { leaf: event.leaf ?? -1 } }]],
        beside: ["erasure_unlogged"],
      };
    },
  },
];

function missing({ leaf }: { leaf: number }): Expected {
  return { named: [[{ code: "event_missing", at: { leaf } }]] };
}

function unlogged({ id }: LoggedEvent): Expected {
  return { named: [[{ code: "erasure_unlogged", at: { event: idFrom("event", id) } }]] };
}

function waiting({ log }: Hand): LoggedEvent[] {
  return log.events.filter(({ leaf }) => leaf === undefined);
}

function leafOfWaiting(hand: Hand, { id }: LoggedEvent): number {
  return hand.log.size + waiting(hand).findIndex((event) => event.id === id);
}

function placeOf({ instance, instance_seq: instanceSeq }: LoggedEvent) {
  return { instance, instanceSeq };
}

async function remove({ owner }: Hand, { id }: LoggedEvent): Promise<void> {
  await owner.query("delete from ledger.events where id = $1", [id]);
}

async function removePending({ owner }: Hand, event: LoggedEvent): Promise<void> {
  await owner.query("delete from ledger.pending where instance = $1 and instance_seq = $2", [
    event.instance,
    event.instance_seq,
  ]);
}

/** A copy of some event, with an id of its own and at another place. */
async function insert(hand: Hand, places: string): Promise<Expected> {
  const event = hand.event();
  const id = await hand.value<string>(
    `insert into ledger.events (id, instance, instance_seq, client_seq, ${columns})
     select overlay($2::text placing substr(gen_random_uuid()::text, 20) from 20)::uuid, ${places}, ${columns}
     from ledger.events e where id = $1 returning id`,
    [event.id, event.id],
  );
  return { named: [[{ code: "event_inserted", at: { event: idFrom("event", id) } }]] };
}
