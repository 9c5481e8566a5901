import { type Hand, isWhole, type Naming, type Tamper } from "./tamper.ts";
import type { LoggedEvent } from "./untouched-log.ts";

const tileWidth = 256;
const hashBytes = 32;

/** Bundles, tiles, the tree's size, the outbox. */
export const logTampers: readonly Tamper[] = [
  {
    name: "a byte of a bundle",
    act: async (hand) => {
      const { leaf } = hand.event();
      await changeEntry(hand, leaf, (entry) => hand.tampered(entry));
      return { named: [entryOf(leaf)] };
    },
  },
  {
    name: "a byte of the entry of an erased event",
    act: async (hand) => {
      const { leaf = 0 } = hand.pick(hand.log.events.filter((event) => event.is_erased));
      await changeEntry(hand, leaf, (entry) => hand.tampered(entry));
      const bundle = Math.floor(leaf / tileWidth);
      return {
        named: [
          [...entryOf(leaf), { code: "bundle_altered", at: { bundle } }, ...rewritten(hand, leaf)],
        ],
      };
    },
  },
  {
    name: "two entries of the log are swapped",
    act: async (hand) => {
      const [one, other] = hand.pickTwo(hand.log.events.filter(isWhole));
      const [first, second] = [await entryAt(hand, one.leaf), await entryAt(hand, other.leaf)];
      await changeEntry(hand, one.leaf, () => second);
      await changeEntry(hand, other.leaf, () => first);
      return { named: [entryOf(one.leaf), entryOf(other.leaf)] };
    },
  },
  {
    name: "an event and its entry are changed together",
    act: async (hand) => {
      const event = hand.event();
      await hand.change(event, "details = details || ' '");
      await rehash(hand, event);
      const bundle = Math.floor(event.leaf / tileWidth);
      return {
        named: [[{ code: "bundle_altered", at: { bundle } }, ...rewritten(hand, event.leaf)]],
        beside: ["event_unchecked"],
      };
    },
  },
  {
    name: "an event and its entry are changed together, and every head is removed",
    act: async (hand) => {
      const event = hand.event();
      await hand.change(event, "details = details || ' '");
      await rehash(hand, event);
      await hand.owner.query("delete from ledger.cosignatures");
      await hand.owner.query("delete from ledger.checkpoints");
      await hand.owner.query("update ledger.tree set note = null, signed_size = 0");
      const bundle = Math.floor(event.leaf / tileWidth);
      return {
        named: [
          [{ code: "head_missing" }],
          [
            { code: "bundle_altered", at: { bundle } },
            { code: "history_rewritten", at: { from: 0, to: hand.log.size } },
          ],
        ],
        beside: ["event_unchecked"],
      };
    },
  },
  {
    name: "a bundle is removed",
    act: async (hand) => {
      const bundle = hand.below(Math.ceil(hand.log.size / tileWidth));
      await hand.owner.query("delete from ledger.bundles where index = $1", [bundle]);
      return { named: [[{ code: "bundle_missing", at: { bundle } }]] };
    },
  },
  {
    name: "the bundle of erased events is removed, whose chains go on in another",
    act: async (hand) => {
      const { leaf = 0 } = hand.log.events.find((event) => event.is_erased) ?? {};
      const bundle = Math.floor(leaf / tileWidth);
      await hand.owner.query("delete from ledger.bundles where index = $1", [bundle]);
      return { named: [[{ code: "bundle_missing", at: { bundle } }]] };
    },
  },
  {
    name: "a bundle loses entries, or gets more",
    act: async (hand) => {
      const bundle = hand.below(Math.ceil(hand.log.size / tileWidth));
      const change = hand.pick([
        "substr(commitments, 1, length(commitments) - 1)",
        "substr(commitments, 1, length(commitments) - 96)",
        "''::bytea",
        "commitments || substr(commitments, 1, 32)",
      ]);
      await hand.owner.query(`update ledger.bundles set commitments = ${change} where index = $1`, [
        bundle,
      ]);
      return { named: [[{ code: "bundle_width_wrong", at: { bundle } }]] };
    },
  },
  {
    name: "a bundle is put in",
    act: async (hand) => {
      const bundle = hand.pick([-1, 2, 3, 1_000_000]);
      await hand.owner.query(
        "insert into ledger.bundles (index, commitments) select $1, commitments from ledger.bundles where index = 0",
        [bundle],
      );
      return { named: [[{ code: "bundle_surplus", at: { bundle } }]] };
    },
  },
  {
    name: "a byte of a tile",
    act: async (hand) => {
      const hashes = await hand.value<Buffer>("select hashes from ledger.tiles where level = 1");
      await hand.owner.query("update ledger.tiles set hashes = $1", [hand.tampered(hashes)]);
      return { named: [[{ code: "tile_changed", at: { level: 1, index: 0 } }]] };
    },
  },
  {
    name: "a tile loses a byte, or gets more",
    act: async (hand) => {
      const change = hand.pick(["substr(hashes, 2)", "hashes || hashes", "''::bytea"]);
      await hand.owner.query(`update ledger.tiles set hashes = ${change}`);
      return { named: [[{ code: "tile_changed", at: { level: 1, index: 0 } }]] };
    },
  },
  {
    name: "a tile is removed",
    act: async ({ owner }) => {
      await owner.query("delete from ledger.tiles");
      return { named: [[{ code: "tile_missing", at: { level: 1, index: 0 } }]] };
    },
  },
  {
    name: "a tile is put in",
    act: async (hand) => {
      const [level, index] = hand.pick([
        [1, 1],
        [1, -1],
        [2, 0],
        [30, 7],
      ] as const);
      await hand.owner.query(
        "insert into ledger.tiles (level, index, hashes) values ($1, $2, sha256(''))",
        [level, index],
      );
      return { named: [[{ code: "tile_surplus", at: { level, index } }]] };
    },
  },
  {
    name: "the tree's size is changed",
    act: async (hand) => {
      const size = hand.log.size + hand.pick([-300, -1, 1, 300, 1e12]);
      await hand.owner.query("update ledger.tree set size = $1", [size]);
      return { named: [[{ code: "tree_size_wrong", at: { size } }]] };
    },
  },
  {
    name: "the tree's row, or the lease's, is removed",
    act: async (hand) => {
      const table = hand.pick(["tree", "lease"] as const);
      await hand.owner.query(`delete from ledger.${table}`);
      return { named: [[{ code: `${table}_missing` }]] };
    },
  },
  {
    name: "a byte of the outbox",
    act: async (hand) => {
      const { commitment, ...row } = await pending(hand);
      await hand.owner.query(
        "update ledger.pending set commitment = $1 where instance = $2 and instance_seq = $3",
        [hand.tampered(commitment), row.instance, row.instanceSeq],
      );
      return {
        named: [
          [
            { code: "pending_changed", at: row },
            { code: "event_or_entry_changed", at: row },
          ],
        ],
      };
    },
  },
  {
    name: "a number in the outbox is changed",
    act: async (hand) => {
      const { commitment, ...row } = await pending(hand);
      await hand.owner.query(
        "update ledger.pending set instance_seq = instance_seq + 1000 where instance = $1 and instance_seq = $2",
        [row.instance, row.instanceSeq],
      );
      return {
        named: [[{ code: "pending_misnumbered", at: row }]],
      };
    },
  },
  {
    name: "an event is put into the outbox that isn't there",
    act: async (hand) => {
      const instance = hand.pick(hand.log.runs).instance;
      const instanceSeq =
        1 + (await hand.value<number>("select max(seq)::int from ledger.instances"));
      await hand.owner.query("insert into ledger.pending values ($1, $2, sha256(''))", [
        instance,
        instanceSeq,
      ]);
      return {
        named: [[{ code: "pending_alone", at: { instance, instanceSeq } }]],
        beside: ["lane_gap", "lane_counter_wrong"],
      };
    },
  },
  {
    name: "a sealed event is put into the outbox again, or one that waits twice",
    act: async (hand) => {
      const event = hand.pick(hand.log.events);
      await hand.owner.query("insert into ledger.pending values ($1, $2, $3)", [
        event.instance,
        event.instance_seq,
        event.leaf === undefined ? Buffer.alloc(32) : await entryAt(hand, event.leaf),
      ]);
      const at = { instance: event.instance, instanceSeq: event.instance_seq };
      // Of two that wait for one event, either may be taken for the one that was put there.
      return { named: [[{ code: "pending_sealed", at }]], beside: ["pending_changed"] };
    },
  },
];

function entryOf(leaf: number): Naming[] {
  return [{ code: "bundle_changed", at: { bundle: Math.floor(leaf / tileWidth), leaf } }];
}

/** What was rewritten lies between two checkpoints. */
function rewritten({ log }: Hand, leaf: number): Naming[] {
  const to = log.checkpoints.find((size) => size > leaf) ?? -1;
  const from = log.checkpoints.findLast((size) => size <= leaf) ?? 0;
  return [{ code: "history_rewritten", at: { from, to } }];
}

async function entryAt(hand: Hand, leaf: number): Promise<Buffer> {
  return await hand.value(
    "select substr(commitments, $2, 32) from ledger.bundles where index = $1",
    [Math.floor(leaf / tileWidth), (leaf % tileWidth) * hashBytes + 1],
  );
}

async function changeEntry(
  hand: Hand,
  leaf: number,
  change: (entry: Buffer) => Buffer,
): Promise<void> {
  const entry = change(await entryAt(hand, leaf));
  await hand.owner.query(
    "update ledger.bundles set commitments = overlay(commitments placing $2 from $3) where index = $1",
    [Math.floor(leaf / tileWidth), entry, (leaf % tileWidth) * hashBytes + 1],
  );
}

/** Puts into the log what the row says now, as far as the row tells. */
async function rehash(hand: Hand, event: LoggedEvent & { leaf: number }): Promise<void> {
  const before = await hand.value<Buffer | null>(
    `select ledger.leaf_at(b.instance, b.instance_seq) from ledger.events e
     join ledger.events b on b.client = e.client and b.client_seq = e.client_seq - 1 where e.id = $1`,
    [event.id],
  );
  const commitment = await hand.value<Buffer>(
    `select ledger.commitment(salt, id, kind, kind_version, occurred_at, client, actor_kind, actor, field, version,
       ticket, purpose, decision, details, instance, instance_seq, client_seq, $2) from ledger.events where id = $1`,
    [event.id, before ?? null],
  );
  await changeEntry(hand, event.leaf, () => commitment);
}

async function pending(
  hand: Hand,
): Promise<{ instance: number; instanceSeq: number; commitment: Buffer }> {
  const { rows } = await hand.owner.query(
    `select instance, instance_seq::int as "instanceSeq", commitment from ledger.pending order by 1, 2`,
  );
  return hand.pick(rows);
}
