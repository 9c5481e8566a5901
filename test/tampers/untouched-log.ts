import { generateKeyPairSync } from "node:crypto";
import { Client } from "pg";
import { erase, openSignerStore, type VerifyReport, verifyLog } from "#ledger";
import { type Actor, type Database, type Id, newId, system, transaction } from "#platform";
import { type Policy, parseNote, type Signer, signerFrom, signText } from "#tlog";
import { noted, openTestLedger, type TestLedger } from "../ledger.ts";
import { KeptClients } from "./kept-clients.ts";

/** An event as it stands in the log. `leaf` is undefined while it waits. */
export type LoggedEvent = {
  id: string;
  leaf: number | undefined;
  client: string;
  client_seq: number | null;
  instance: number;
  instance_seq: number;
  actor: string;
  kind: string;
  is_erased: boolean;
  is_actor_erased: boolean;
  is_bridge: boolean;
};

export type LoggedRun = {
  first_index: number;
  instance: number;
  first_seq: number;
  events: number;
};

/** A log that nobody has tampered with, and what is in it. */
export type UntouchedLog = {
  ledger: TestLedger;
  owner: Client;
  policy: Policy;
  size: number;
  events: readonly LoggedEvent[];
  runs: readonly LoggedRun[];
  checkpoints: readonly number[];
  [Symbol.asyncDispose](): Promise<void>;
};

const rounds = 9;

/**
 * A log of some 560 events by two processes: chains of clients, every column and none, erased events, erased actors, an
 * erased client, legal holds and sealed entries, a checkpoint a round with two witnesses' cosignatures, and events that
 * wait.
 */
export async function openUntouchedLog(): Promise<UntouchedLog> {
  const ledger = await openTestLedger();
  const world = new World(ledger);
  const kept = new KeptClients(ledger);
  for (let round = 0; round < rounds; round++) {
    const passed = round === 4 ? 3 * 86_400_000 : 90_000;
    ledger.time.now = new Date(ledger.time.now.getTime() + passed);
    await world.append(48);
    if (round % 4 === 2) await world.erase(round);
    if (round === 1) await kept.begin();
    if (round === 3) await kept.goOn();
    if (round === 5) await kept.end();
    await ledger.sealer.sealOnce();
  }
  const { policy, witnesses } = makePolicy(ledger);
  await cosign(ledger.opened.database, witnesses);
  ledger.time.now = new Date(ledger.time.now.getTime() + 1_000);
  await world.append(8);
  const owner = new Client({ connectionString: ledger.opened.ownerUrl });
  await owner.connect();
  return {
    ledger,
    owner,
    policy,
    ...(await contentsOf(owner)),
    [Symbol.asyncDispose]: async () => {
      await owner.end();
      await ledger[Symbol.asyncDispose]();
    },
  };
}

/** What verify-log says of the log as it is for one connection, in whose transaction it was tampered with. */
export async function verifyAs(
  { ledger, policy }: UntouchedLog,
  database: Pick<Database, "connect">,
): Promise<VerifyReport> {
  return await verifyLog({
    database,
    policy,
    signerStore: openSignerStore(ledger.signerDirectory),
    clock: () => ledger.time.now,
  });
}

/** Clients and staff, and what they do. */
class World {
  readonly #ledger: TestLedger;
  readonly #appenders: TestLedger["appender"][];
  readonly #clients: Id<"client">[];
  readonly #staff: Id<"staff">[];
  readonly #appended: { event: Id<"event">; client: Id<"client"> | undefined; actor: Actor }[] = [];

  constructor(ledger: TestLedger) {
    this.#ledger = ledger;
    this.#appenders = [ledger.appender, ledger.anotherAppender()];
    this.#clients = Array.from({ length: 14 }, () => newId("client", ledger.time.now));
    this.#staff = Array.from({ length: 4 }, () => newId("staff", ledger.time.now));
  }

  async append(count: number): Promise<void> {
    const { now } = this.#ledger.time;
    await Promise.all(
      Array.from({ length: count }, async (_, place) => {
        const number = this.#appended.length + place;
        const client = number % 5 === 0 ? undefined : this.#clients[(number * 3) % 14];
        const staff = this.#staff[number % 4];
        const actor: Actor =
          number % 3 === 0 || !staff
            ? system
            : number % 7 === 0 && client
              ? { is: "client", id: client }
              : { is: "staff", id: staff };
        const columns =
          number % 2 === 0
            ? { field: "email", version: number, ticket: newId("ticket", now), purpose: "ask" }
            : {};
        const decision = number % 4 === 0 ? { decision: "allow" as const } : {};
        const details = { note: `note ${number}` };
        const draft = { kind: noted, ...(client && { client }), ...columns, ...decision, details };
        const receipt = await this.#appenders[number % 2]?.append(actor, draft, now);
        if (receipt) this.#appended.push({ event: receipt.event, client, actor });
      }),
    );
  }

  /** Some events of one client, all of another, and who acted in some. */
  async erase(round: number): Promise<void> {
    const [some, all] = [this.#clients[round % 14], this.#clients[(round + 1) % 14]];
    const staff = this.#staff[round % 4];
    if (!some || !all || !staff) throw new Error("there is nobody");
    const ofSome = this.#appended.filter(({ client }) => client === some).slice(0, 6);
    const events = ofSome
      .filter((_, place) => place !== 1 && place !== 4)
      .map(({ event }) => event);
    const ofStaff = this.#appended
      .filter(
        ({ client, actor }) =>
          client !== some && client !== all && actor.is === "staff" && actor.id === staff,
      )
      .slice(-3)
      .map(({ event }) => event);
    const { appender, time, opened } = this.#ledger;
    const orders = [
      { of: "events", client: some, events } as const,
      { of: "actor", actor: staff, events: ofStaff } as const,
      ...(round > 4 ? [{ of: "client", client: all } as const] : []),
    ];
    for (const order of orders) {
      await transaction(opened.database, (joined) =>
        erase(
          { appender, record: async () => {}, clientErasers: [], formerIds: async () => [] },
          joined,
          { is: "system" },
          order,
          "legal_order",
          time.now,
        ),
      );
    }
    const erased = new Set([...events, ...ofStaff]);
    for (let place = this.#appended.length - 1; place >= 0; place--) {
      const one = this.#appended[place];
      if (one && (erased.has(one.event) || (round > 4 && one.client === all))) {
        this.#appended.splice(place, 1);
      }
    }
  }
}

function makePolicy({ logSigner }: TestLedger): { policy: Policy; witnesses: Signer[] } {
  const witnesses = [
    signerFrom("one.example", "ed25519-cosignature", generateKeyPairSync("ed25519").privateKey),
    signerFrom("two.example", "ml-dsa-44-cosignature", generateKeyPairSync("ml-dsa-44").privateKey),
  ];
  return {
    witnesses,
    policy: {
      logs: logSigner.signers.map(({ key }) => ({ key })),
      witnesses: witnesses.map(({ key }) => ({ name: key.name, key, url: `https://${key.name}` })),
      groups: [{ name: "both", threshold: 2, members: witnesses.map(({ key }) => key.name) }],
      quorum: "both",
    },
  };
}

async function cosign(database: Database, witnesses: readonly Signer[]): Promise<void> {
  const { rows } = await database.query<{ size: string; note: string; signed_at: Date }>(
    "select size, note, signed_at from ledger.checkpoints",
  );
  for (const { size, note, signed_at: at } of rows) {
    const { text } = parseNote(note);
    for (const signer of witnesses) {
      const { name, id, signature } = signText(signer, text, at);
      const encoded = Buffer.concat([Buffer.from(id, "hex"), signature]).toString("base64");
      await database.query(
        `insert into ledger.cosignatures (size, witness, lines, cosigned_at)
         values ($1, $2, $3, date_trunc('second', $4::timestamptz))`,
        [size, `https://${name}`, `— ${name} ${encoded}\n`, at],
      );
    }
  }
}

async function contentsOf(owner: Client) {
  const { rows: runs } = await owner.query<LoggedRun>(
    `select first_index::int, instance, first_seq::int, events::int from ledger.runs order by 1`,
  );
  const { rows: events } = await owner.query<Omit<LoggedEvent, "leaf"> & { leaf: number | null }>(
    `select e.id, e.client, e.client_seq, e.instance, e.instance_seq::int, e.actor, e.kind,
       (r.first_index + e.instance_seq - r.first_seq)::int as leaf, e.salt is null as is_erased,
       e.actor_commitment is not null as is_actor_erased, e.previous_leaf is not null as is_bridge
     from ledger.events e left join ledger.runs r
       on r.instance = e.instance and e.instance_seq between r.first_seq and r.first_seq + r.events - 1
     order by leaf nulls last, instance, instance_seq`,
  );
  const { rows: sizes } = await owner.query<{ size: number }>(
    "select size::int from ledger.checkpoints order by size",
  );
  return {
    size: runs.reduce((sum, run) => sum + run.events, 0),
    runs,
    events: events.map(({ leaf, ...event }) => ({ ...event, leaf: leaf ?? undefined })),
    checkpoints: sizes.map(({ size }) => size),
  };
}
