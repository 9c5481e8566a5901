import { idFrom } from "#platform";
import type { Expected, Hand, Tamper } from "./tamper.ts";
import type { LoggedRun } from "./untouched-log.ts";

/** Runs, counters of lanes, ends of clients' chains. */
export const chainTampers: readonly Tamper[] = [
  ...["first_index", "first_seq", "instance", "events"].map(
    (column): Tamper => ({
      name: `a run's ${column} is changed`,
      act: async (hand) => {
        const run = hand.pick(hand.log.runs);
        const by = hand.pick([-7, -1, 1, 2, 100]);
        await hand.owner.query(
          "alter table ledger.runs drop constraint runs_pkey, drop constraint runs_instance_first_seq_key",
        );
        await hand.owner.query(
          `update ledger.runs set ${column} = ${column} + $2 where first_index = $1`,
          [run.first_index, by],
        );
        return torn(run, column === "first_index" ? run.first_index + by : run.first_index);
      },
    }),
  ),
  {
    name: "a run is removed",
    act: async (hand) => {
      const run = hand.pick(hand.log.runs);
      await hand.owner.query("delete from ledger.runs where first_index = $1", [run.first_index]);
      return torn(run);
    },
  },
  {
    name: "two runs' events are swapped",
    act: async (hand) => {
      const one = hand.pick(hand.log.runs);
      const other = hand.pick(hand.log.runs.filter((run) => run !== one));
      await hand.owner.query(
        `update ledger.runs r set first_seq = -r.first_seq where first_index in ($1, $2)`,
        [one.first_index, other.first_index],
      );
      await hand.owner.query(
        `update ledger.runs r set instance = o.instance, first_seq = -o.first_seq from ledger.runs o
         where (r.first_index = $1 and o.first_index = $2) or (r.first_index = $2 and o.first_index = $1)`,
        [one.first_index, other.first_index],
      );
      return {
        named: [one, other].map(({ first_index: run }) => [
          { code: "run_wrong", at: { run } },
          { code: "run_overlaps", at: { run } },
        ]),
        beside: ["run_missing"],
      };
    },
  },
  {
    name: "a run is put in",
    act: async (hand) => {
      const run = hand.pick(hand.log.runs);
      const first = run.first_index + 1;
      await hand.owner.query(
        "insert into ledger.runs (first_index, instance, first_seq, events) values ($1, $2, $3, 1)",
        [first, hand.pick([run.instance, 77]), 1_000_000],
      );
      return {
        named: [
          [
            { code: "run_overlaps", at: { run: run.first_index } },
            { code: "run_overlaps", at: { run: first } },
            { code: "run_wrong", at: { run: first } },
          ],
        ],
        beside: ["lane_gap", "lane_missing", "lane_counter_wrong"],
      };
    },
  },
  {
    name: "a lane's counter is changed",
    act: async (hand) => {
      const { instance } = hand.pick(hand.log.runs);
      const seq = await hand.value<number>(
        "update ledger.instances set seq = seq + $2 where id = $1 returning seq::int",
        [instance, hand.pick([-1, 1, 1000])],
      );
      return { named: [[{ code: "lane_counter_wrong", at: { instance, instanceSeq: seq } }]] };
    },
  },
  {
    name: "a lane's counter is removed",
    act: async (hand) => {
      const { instance } = hand.pick(hand.log.runs);
      await hand.owner.query("delete from ledger.instances where id = $1", [instance]);
      return { named: [[{ code: "lane_missing", at: { instance } }]] };
    },
  },
  {
    name: "the number at the end of a client's chain is changed",
    act: async (hand) => {
      const client = await someHead(hand);
      await hand.owner.query("update ledger.client_heads set seq = seq + $2 where client = $1", [
        client,
        hand.pick([-1, 1, 5]),
      ]);
      return headWrong(client);
    },
  },
  {
    name: "the leaf at the end of a client's chain is changed",
    act: async (hand) => {
      const client = await someHead(hand);
      const leaf = await hand.value<Buffer>(
        "select leaf from ledger.client_heads where client = $1",
        [client],
      );
      await hand.owner.query("update ledger.client_heads set leaf = $2 where client = $1", [
        client,
        hand.tampered(leaf),
      ]);
      return headWrong(client);
    },
  },
  {
    name: "the end of a client's chain is removed",
    act: async (hand) => {
      const client = await someHead(hand);
      await hand.owner.query("delete from ledger.client_heads where client = $1", [client]);
      return {
        named: [[{ code: "client_head_missing", at: { client: idFrom("client", client) } }]],
      };
    },
  },
  {
    name: "the end of a chain is put in",
    act: async (hand) => {
      const client = await hand.value<string>(
        "insert into ledger.client_heads values (gen_random_uuid(), 3, sha256('')) returning client",
      );
      return headWrong(client);
    },
  },
];

function headWrong(client: string): Expected {
  return { named: [[{ code: "client_head_wrong", at: { client: idFrom("client", client) } }]] };
}

async function someHead(hand: Hand): Promise<string> {
  const { rows } = await hand.owner.query<{ client: string }>(
    "select client from ledger.client_heads where seq > 0 order by client",
  );
  return hand.pick(rows).client;
}

/** A run that was changed, whose first leaf is said to be `first` now: it is named, or the leaves that it left. */
function torn(run: LoggedRun, first = run.first_index): Expected {
  return {
    named: [
      [
        { code: "run_wrong", at: { run: first } },
        { code: "run_overlaps", at: { run: first } },
        { code: "run_missing", at: { from: run.first_index } },
        { code: "run_missing", at: { to: run.first_index + run.events } },
      ],
    ],
    beside: [],
  };
}
