import { fork } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Accounts } from "#accounts";
import { type Keykeeper, openKeykeeper } from "#keys";
import { Appender } from "#ledger";
import type { Outbox } from "#outbox";
import { type Database, type Id, newId, openLog, systemClock, uuidOf } from "#platform";
import { AccessPolicy, type PolicyBundle } from "#policy";
import { type Look, openVault, type Vault } from "#vault";
import { eventKinds } from "../../src/event-kinds.ts";
import type { BenchDatabase } from "./database.ts";

const agentsCount = 200;
const clientsCount = 10_000;
const batch = 1_000;
const fields = ["name", "email", "phone", "nationality"] as const;
const plenty = 1_000_000_000;

/** Clients with an open contact each, and the agents who have them, one after the other. */
export type Contacts = {
  agents: readonly Id<"staff">[];
  contacts: readonly { client: Id<"client">; ticket: Id<"ticket"> }[];
};

/** A desk's day for benchmarks: agents who look at a few fields of one client after the other, each in an open contact. */
export class RevealWorld {
  readonly vault: Vault;
  readonly contacts: Contacts;
  /** Where its keykeeper is reached. */
  readonly socket: string;
  readonly #session = newId("session", systemClock());
  readonly #ending: AsyncDisposableStack;
  #next = 0;

  private constructor(
    vault: Vault,
    contacts: Contacts,
    socket: string,
    ending: AsyncDisposableStack,
  ) {
    this.vault = vault;
    this.contacts = contacts;
    this.socket = socket;
    this.#ending = ending;
  }

  /** Makes one, with a keykeeper in a process of its own. */
  static async open(opened: BenchDatabase, database: Database): Promise<RevealWorld> {
    await using opening = new AsyncDisposableStack();
    const { socket } = await splitKeykeeper(opened, opening);
    const keykeeper = await reachKeykeeper(socket, database, opening);
    const contacts = await fill(database, keykeeper);
    return new RevealWorld(await vaultOn(database, keykeeper), contacts, socket, opening.move());
  }

  /** Another process of a world that is there. */
  static async join(database: Database, socket: string, contacts: Contacts): Promise<RevealWorld> {
    await using opening = new AsyncDisposableStack();
    const keykeeper = await reachKeykeeper(socket, database, opening);
    return new RevealWorld(await vaultOn(database, keykeeper), contacts, socket, opening.move());
  }

  /** The next look. Neighbours are of different agents and clients: contacts go on beside each other. */
  next(): Look {
    const place = this.#next++;
    const agent = place % agentsCount;
    const contact = Math.floor(place / (fields.length * agentsCount)) * agentsCount + agent;
    const { client, ticket } = at(this.contacts.contacts, contact);
    return {
      by: {
        ...{ staff: at(this.contacts.agents, agent), session: this.#session },
        ...{ employer: "firm", offShift: false, stepUp: false },
      },
      ...{ client, ticket, purpose: "account_help", action: "reveal" },
      field: at(fields, Math.floor(place / agentsCount)),
    };
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#ending.disposeAsync();
  }
}

/** Starts the keykeeper in a process of its own. */
async function splitKeykeeper(
  { appUrl }: Pick<BenchDatabase, "appUrl">,
  ending: AsyncDisposableStack,
): Promise<{ socket: string }> {
  const directory = await mkdtemp(join(tmpdir(), "holdfast-bench-keykeeper-"));
  ending.defer(() => rm(directory, { recursive: true, force: true }));
  const socket = join(directory, "keykeeper.sock");
  const file = new URL("keykeeper-process.ts", import.meta.url);
  const execArgv = ["--import", new URL("../../src/platform/tsx.ts", import.meta.url).href];
  const child = fork(file, [appUrl, join(directory, "keys"), socket], { execArgv });
  ending.defer(async () => {
    child.kill();
    await once(child, "exit");
  });
  await once(child, "message");
  return { socket };
}

async function reachKeykeeper(
  socket: string,
  database: Database,
  ending: AsyncDisposableStack,
): Promise<Keykeeper> {
  const config = {
    KEYKEEPER_DIRECTORY: undefined,
    KEYKEEPER_SOCKET: socket,
    KEK_PASSPHRASE_FILE: undefined,
    KEK_PIN_FILE: undefined,
  };
  const { keykeeper, stop } = await openKeykeeper({
    ...{ config, dataDirectory: "", isKeykeeper: false, permits: [] },
    ...{ database, clock: systemClock, log: openLog("silent") },
    holdOn: async () => undefined,
    record: async () => {},
  });
  ending.defer(() => stop());
  return keykeeper;
}

async function vaultOn(database: Database, keykeeper: Keykeeper): Promise<Vault> {
  const receiptKey = generateKeyPairSync("ed25519").privateKey;
  const appender = new Appender({ database, receiptKey, kinds: eventKinds, now: systemClock() });
  const rules = await openRules();
  return openVault({
    ...{ database, appender, keykeeper, clock: systemClock },
    access: async () => rules,
    isOnCall: async () => false,
    outbox: {} as Outbox, // no look sends a message, or asks who is signed in
    accounts: {} as Accounts,
  });
}

/** The shipped rules, with budgets that nobody uses up in a benchmark. */
async function openRules() {
  const file = new URL("../../examples/larkmoor.policy.jws.json", import.meta.url);
  const { payload } = JSON.parse(await readFile(file, "utf8"));
  const { access }: PolicyBundle = JSON.parse(Buffer.from(payload, "base64url").toString());
  const budgets = { ...access.budgets };
  for (const name of Object.keys(budgets) as (keyof typeof budgets)[]) budgets[name] = plenty;
  const purposes = access.purposes.map((one) => ({ ...one, fields: [...fields] }));
  return { ...access, budgets, purposes, policy: await AccessPolicy.open(access) };
}

async function fill(database: Database, keykeeper: Keykeeper): Promise<Contacts> {
  const agents = Array.from({ length: agentsCount }, () => newId("staff", systemClock()));
  const contacts = [];
  for (let from = 0; from < clientsCount; from += batch) {
    const some = await fillBatch(database, keykeeper, agents, from);
    contacts.push(...some);
  }
  await database.query("analyze vault.fields");
  await database.query("analyze tickets.tickets");
  return { agents, contacts };
}

async function fillBatch(
  database: Database,
  keykeeper: Keykeeper,
  agents: readonly Id<"staff">[],
  from: number,
) {
  const now = systemClock();
  const contacts = Array.from({ length: batch }, (_, place) => ({
    client: newId("client", now),
    ticket: newId("ticket", now),
    assignee: at(agents, from + place),
  }));
  const statements = contacts.map(({ client, ticket }) =>
    JSON.stringify({
      ...{ act: "ticket_opened", at: now.toISOString(), client, ticket, topic: "account" },
      ...{ session: newId("session", now), via: "page", proof: "passkey" },
    }),
  );
  const signatures = await Promise.all(statements.map((one) => keykeeper.attest(one)));
  const uuids = contacts.map(({ client }) => uuidOf(client));
  await database.query(
    `insert into tickets.tickets (client, id, reference, requester_kind, topic, queue, language, priority,
       key_ciphertext, opened_at, opened_via, status, status_since, status_by_kind, assignee, assigned_at, updated_at,
       opening_statement, opening_signature)
     select client, id, left(id::text, 8), 'client', 'account', 'general', 'en', 'normal', '', $3, 'page', 'open', $3,
       'system', assignee, $3, $3, statement, signature
     from unnest($1::uuid[], $2::uuid[], $4::uuid[], $5::text[], $6::bytea[])
       as n (client, id, assignee, statement, signature)`,
    [
      ...[uuids, contacts.map(({ ticket }) => uuidOf(ticket)), now],
      ...[contacts.map(({ assignee }) => uuidOf(assignee)), statements, signatures],
    ],
  );
  const values = contacts.flatMap(({ client }, place) =>
    valuesOf(from + place).map((one) => ({ ...one, client, table: "vault.fields", version: 1 })),
  );
  const kept = await keykeeper.encryptMany(values);
  await database.query(
    `insert into vault.fields (client, field, version, valid_from, ciphertext, mask, index, fingerprint)
     select client, field, 1, $3, ciphertext, mask, index, fingerprint
     from unnest($1::uuid[], $2::text[], $4::bytea[], $5::text[], $6::bytea[], $7::bytea[])
       as n (client, field, ciphertext, mask, index, fingerprint)`,
    [
      ...[values.map(({ client }) => uuidOf(client)), values.map(({ field }) => field), now],
      ...[kept.map(({ ciphertext }) => ciphertext), kept.map(({ mask }) => mask)],
      ...[kept.map(({ index }) => index), kept.map(({ fingerprint }) => fingerprint)],
    ],
  );
  return contacts;
}

function valuesOf(number: number) {
  return [
    { field: "name", kind: "name", value: `Client Number${number}` },
    { field: "email", kind: "email", value: `client-${number}@example.net` },
    { field: "phone", kind: "phone", value: `+1202555${String(number).padStart(6, "0")}` },
    { field: "nationality", kind: "text", value: "Dutch" },
  ] as const;
}

function at<Value>(values: readonly Value[], place: number): Value {
  const value = values[place % values.length];
  if (value === undefined) throw new Error("there are none");
  return value;
}
