import { mkdtempDisposable, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { dayMs, type Id, idFrom, minuteMs, newId, transaction, uuidOf } from "#platform";
import type { FieldName } from "#policy";
import { fieldTable, importFile, vaultEventKinds } from "#vault";
import type { TestSite } from "./site.ts";

const togetherMax = 100;

const revealed = vaultEventKinds.find(({ name }) => name === "vault.revealed");

/** A client of the vault, with what the firm's own systems said of it. */
export type TracedClient = {
  client: Id<"client">;
  reference: string;
  name: string;
  email: string;
  phone: string;
  balance: string;
};

const firsts = [
  "Amber",
  "Birch",
  "Cedar",
  "Dune",
  "Elm",
  "Fern",
  "Garnet",
  "Hazel",
  "Iris",
  "Jade",
];
const lasts = ["Meadow", "Ridge", "Harbour", "Quarry", "Orchard", "Lagoon", "Tundra"];

/**
 * Clients who came from the firm's own systems on a day. Numbers begin at `from`: the same number is the same client. With
 * the public ids of accounts, each is the client of one.
 */
export async function importClients(
  site: TestSite,
  at: Date,
  {
    from,
    count,
    phones = "0",
    accounts,
  }: { from: number; count: number; phones?: string; accounts?: readonly string[] },
): Promise<TracedClient[]> {
  const { opened, appender, keykeeper, time } = site;
  const now = time.now;
  time.now = at;
  const desk = { database: opened.database, appender, keykeeper, clock: () => time.now };
  const made = Array.from({ length: count }, (_, place) => valuesOf(from + place, phones));
  const lines = made.map(({ reference, ...fields }, place) =>
    JSON.stringify({
      ...{ id: reference, country: (from + place) % 3 === 0 ? "DE" : "IT", fields },
      account: accounts?.[place],
    }),
  );
  await using folder = await mkdtempDisposable(join(tmpdir(), "holdfast-clients-"));
  const file = join(folder.path, "clients.jsonl");
  await writeFile(file, lines.join("\n"));
  const { bad } = await importFile(desk, file, { bad: async () => {}, done: () => {} });
  if (bad > 0) throw new Error(`${bad} clients weren't taken`);
  time.now = now;
  const clients = await clientsWith(
    site,
    made.map(({ email }) => email),
  );
  return made.map((values, place) => {
    const client = clients[place];
    if (!client) throw new Error("a client is missing");
    return { client, ...values };
  });
}

function valuesOf(number: number, phones: string): Omit<TracedClient, "client"> {
  const word = number.toString(36).padStart(4, "0");
  return {
    reference: `core-${number}`,
    name: `${firsts[number % 10]} ${lasts[number % 7]}-${word}`,
    email: `${firsts[number % 10]?.toLowerCase()}.${word}@example.net`,
    phone: `+39 06 ${phones}${String(number).padStart(7, "0")}`,
    balance: `${(number * 37) % 100_000}.${String(number % 100).padStart(2, "0")} EUR`,
  };
}

async function clientsWith(
  { opened, keykeeper }: TestSite,
  emails: readonly string[],
): Promise<(Id<"client"> | undefined)[]> {
  const place = { table: fieldTable, field: "email", kind: "email" } as const;
  const indexes = await keykeeper.blindIndexes(emails.map((value) => ({ ...place, value })));
  const { rows } = await opened.database.query<{ client: string; index: Buffer }>(
    "select client, index from vault.fields where field = 'email' and valid_to is null",
  );
  const found = new Map(rows.map(({ client, index }) => [index.toString("hex"), client]));
  return indexes.map((index) => {
    const client = index && found.get(Buffer.from(index).toString("hex"));
    return client ? idFrom("client", client) : undefined;
  });
}

type Looks = {
  fields: readonly FieldName[];
  since: Date;
  version?: number;
  session?: Id<"session">;
};

/** Somebody on the staff was shown these fields of these clients, a hundred clients in a minute, in one session. */
export async function look(
  { opened, appender }: TestSite,
  staff: Id<"staff">,
  clients: readonly Pick<TracedClient, "client">[],
  { fields, since, version = 1, session = newId("session", since) }: Looks,
): Promise<void> {
  if (!revealed) throw new Error("there are no looks");
  const kind = revealed;
  const details = { grant: "ticket" as const, rules: [], policy: "test", session };
  for (let start = 0; start < clients.length; start += togetherMax) {
    const some = clients.slice(start, start + togetherMax);
    for (const field of fields) {
      const at = new Date(since.getTime() + (start / togetherMax) * minuteMs);
      const about = { field, version, purpose: "account_help", decision: "allow" as const };
      const entries = some.map(({ client }) => ({
        actor: { is: "staff" as const, id: staff },
        draft: { kind, client, ...about, details },
      }));
      await transaction(opened.database, (joining) =>
        appender.appendTogether(entries, at, joining),
      );
    }
  }
}

/**
 * The rest of a desk: so many others, who were shown an e-mail address of so many strangers each, and of some of these
 * clients. Their events are rows alone, without a place in the log: a trace reads no more of them.
 */
export async function lookAround(
  { opened }: TestSite,
  clients: readonly Pick<TracedClient, "client">[],
  {
    others,
    strangers,
    since,
    days,
  }: { others: number; strangers: number; since: Date; days: number },
): Promise<void> {
  const staff = Array.from({ length: others }, () => newId("staff", since));
  const looks = staff.flatMap((actor, person) => {
    const own = clients.filter((_, place) => (place * 7 + person) % others === 0);
    const seen = [
      ...own.map(({ client }) => client),
      ...Array.from({ length: strangers }, () => newId("client", since)),
    ];
    return seen.map((client, place) => ({
      ...{ actor: uuidOf(actor), client: uuidOf(client) },
      at: new Date(since.getTime() + ((place + 0.5) / seen.length) * days * dayMs),
    }));
  });
  const owner = new Client({ connectionString: opened.ownerUrl });
  await owner.connect();
  try {
    await owner.query(
      `with lane as (
         insert into ledger.instances (process, seq, opened_at) values (gen_random_uuid(), $4, now()) returning id
       )
       insert into ledger.events (client, occurred_at, id, actor, instance_seq, instance, version, kind_version,
         actor_kind, kind, field, decision, details)
       select e.client, e.at, e.id, e.actor, row_number() over (), lane.id, 1, 1, 'staff', $5, 'email', 'allow', '{}'
       from lane, unnest($1::uuid[], $2::timestamptz[], $3::uuid[], $6::uuid[]) as e (client, at, id, actor)`,
      [
        looks.map(({ client }) => client),
        looks.map(({ at }) => at.toISOString()),
        looks.map(({ at }) => uuidOf(newId("event", at))),
        looks.length,
        revealed?.name,
        looks.map(({ actor }) => actor),
      ],
    );
    await owner.query("analyze ledger.events");
  } finally {
    await owner.end();
  }
}
