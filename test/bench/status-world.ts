import { type ChildProcess, fork } from "node:child_process";
import { createSecretKey, generateKeyPairSync, randomBytes } from "node:crypto";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { callsEventKinds, hear } from "#calls";
import { Appender } from "#ledger";
import { type Database, dayMs, type Id, newId, systemClock, transaction, uuidOf } from "#platform";
import { sessionHashOf } from "../session-row.ts";
import type { BenchDatabase } from "./database.ts";
import { steady } from "./pace.ts";
import type { OpenPagesAsked, PageTold } from "./status-watchers.ts";

const batch = 1_000;
const leaseMs = 15_000;
/** How long each state of a call lasts. */
const stateMs = 1_500;
/** What isn't told by then counts as never told. */
const patienceMs = 10_000;

type Page = { client: Id<"client">; place: number; cookie: string };
type Awaited = { status: string; told(at: number): void };
/** How long a change took to its page, in milliseconds: from when it was reported, and from when that was committed. */
export type Took = { reported: number; committed: number };
type Used = { cpuMs: number; rss: number; pages: number };

/** Clients with an open status page each, the site that serves them and a process that has the pages open. */
export class StatusWorld {
  readonly pages: readonly Page[];
  readonly opening: number[] = [];
  readonly failed: string[] = [];
  readonly #database: Database;
  readonly #appender: Appender;
  readonly #server: ChildProcess;
  readonly #watchers: ChildProcess;
  readonly #awaited = new Map<number, Awaited>();
  #next = 0;

  private constructor(
    { database }: BenchDatabase,
    pages: readonly Page[],
    server: ChildProcess,
    watchers: ChildProcess,
  ) {
    this.#database = database;
    const { privateKey: receiptKey } = generateKeyPairSync("ed25519");
    const now = systemClock();
    this.#appender = new Appender({ database, receiptKey, kinds: callsEventKinds, now });
    this.pages = pages;
    this.#server = server;
    this.#watchers = watchers;
    watchers.on("message", (told: (PageTold | { place: number; failed: string })[]) => {
      for (const one of told) this.#take(one);
    });
  }

  static async open(opened: BenchDatabase, count: number): Promise<StatusWorld> {
    const key = randomBytes(32).toString("hex");
    const pages = await fill(opened.database, count, key);
    const server = forked("status-server.ts", [opened.appUrl, key]);
    const [{ url }] = await once(server, "message");
    const watchers = forked("status-watchers.ts", [new URL(url).port]);
    return new StatusWorld(opened, pages, server, watchers);
  }

  /** Opens pages at a steady pace, whether or not those before are there, and waits until all have their status. */
  async openPages(pages: readonly Page[], perSecond: number): Promise<void> {
    const before = this.opening.length;
    const asked: OpenPagesAsked = { pages, perSecond };
    this.#watchers.send(asked);
    const until = performance.now() + (pages.length * 1_000) / perSecond + 60_000;
    while (this.opening.length < before + pages.length && performance.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Calls to one client after the other: calling, on a call, over. */
  async drive(changesPerSecond: number, seconds: number): Promise<Took[]> {
    const took: Took[] = [];
    await steady(() => this.#call(took), changesPerSecond / 3, seconds);
    return took;
  }

  async used(): Promise<Used> {
    this.#server.send("used");
    const [used] = await once(this.#server, "message");
    return used;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const ended = once(this.#watchers, "exit");
    this.#watchers.kill("SIGKILL");
    await ended;
    const stopped = once(this.#server, "exit");
    this.#server.send("stop");
    await stopped;
  }

  async #call(took: Took[]): Promise<void> {
    const place = (this.#next++ * 7_919) % this.pages.length;
    const page = this.pages[place];
    if (!page || this.#awaited.has(place)) return;
    const leg = { client: page.client, id: newId("leg", systemClock()) };
    const by = { is: "system" } as const;
    const desk = { database: this.#database, appender: this.#appender } as unknown as Parameters<
      typeof hear
    >[0];
    const say = async (report: Parameters<typeof hear>[3]) =>
      await hear(desk, by, leg, report, systemClock());
    await this.#change(place, "calling", took, () => this.#beginLeg(leg));
    await this.#change(place, "on_call", took, () => say({ is: "answered", at: systemClock() }));
    const because = "completed";
    await this.#change(place, "not_calling", took, () =>
      say({ is: "ended", at: systemClock(), because }),
    );
  }

  async #change(
    place: number,
    status: string,
    took: Took[],
    make: () => Promise<unknown>,
  ): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<number>();
    this.#awaited.set(place, { status, told: resolve });
    const timer = setTimeout(() => resolve(Number.POSITIVE_INFINITY), patienceMs);
    const reportedAt = nowMs();
    await make();
    const committedAt = nowMs();
    const at = await promise;
    took.push({ reported: at - reportedAt, committed: Math.max(0, at - committedAt) });
    clearTimeout(timer);
    this.#awaited.delete(place);
    await new Promise((go) => setTimeout(go, stateMs));
  }

  async #beginLeg({ client, id }: { client: Id<"client">; id: Id<"leg"> }): Promise<void> {
    const now = systemClock();
    const until = new Date(now.getTime() + leaseMs);
    await transaction(this.#database, async (joining) => {
      await joining.query(
        `insert into calls.legs (client, id, call, agent, channel, started_at, agent_until, words, choices)
         select client, $2, id, agent, 'phone', $3, $4, '{0,1}', '{0,1,2,3,4,5,6,7}' from calls.calls where client = $1`,
        [uuidOf(client), uuidOf(id), now, until],
      );
      await joining.query(
        `insert into calls.changes as c (client, revision, changed_at) values ($1, 1, $2)
         on conflict (client) do update set revision = c.revision + 1, changed_at = excluded.changed_at`,
        [uuidOf(client), now],
      );
    });
  }

  #take(one: PageTold | { place: number; failed: string }): void {
    if ("failed" in one) {
      this.failed.push(one.failed);
      return;
    }
    if (one.openMs !== undefined) this.opening.push(one.openMs);
    const awaited = this.#awaited.get(one.place);
    if (awaited?.status === one.status) awaited.told(one.at);
  }
}

/** Clients who are signed in and have booked a call, as rows. */
async function fill(database: Database, count: number, key: string): Promise<Page[]> {
  const now = systemClock();
  const site = { accounts: { desk: { key: createSecretKey(Buffer.from(key, "hex")) } } };
  const agent = uuidOf(newId("staff", now));
  const pages: Page[] = [];
  for (let from = 0; from < count; from += batch) {
    const made = Array.from({ length: Math.min(batch, count - from) }, (_, place) => {
      const client = newId("client", now);
      const session = newId("session", now);
      const cookie = `session=${client}.${session}.${randomBytes(32).toString("base64url")}`;
      const hash = sessionHashOf(site as Parameters<typeof sessionHashOf>[0], cookie, {});
      return { place: from + place, client, session, cookie, hash };
    });
    const clients = made.map(({ client }) => uuidOf(client));
    const sessions = made.map(({ session }) => uuidOf(session));
    await database.query(
      `insert into accounts.clients (client, public_id, language, opened_at, activated_at)
       select client, lpad(place::text, 14, '0'), 'en', $3, $3 from unnest($1::uuid[], $2::int[]) as made (client, place)`,
      [clients, made.map(({ place }) => place), now],
    );
    await database.query(
      `insert into accounts.sessions (holder, id, holder_kind, secret_hash, browser, network, started_at, seen_at, ends_at)
       select client, session, 'client', hash, 'Firefox on Linux', '127.0.0.1', $4, $4, $5
       from unnest($1::uuid[], $2::uuid[], $3::bytea[]) as made (client, session, hash)`,
      [clients, sessions, made.map(({ hash }) => hash), now, new Date(now.getTime() + 7 * dayMs)],
    );
    await database.query(
      `insert into calls.calls (client, id, topic, language, channel, time_zone, asked_at, session, agent, starts_at,
         statement, signature, ended_at, outcome, ended_by_kind)
       select client, session, 'account', 'en', 'phone', 'UTC', $3, session, $4, $3, '', '', $3, 'held', 'system'
       from unnest($1::uuid[], $2::uuid[]) as made (client, session)`,
      [clients, sessions, now, agent],
    );
    pages.push(...made.map(({ client, place, cookie }) => ({ client, place, cookie })));
  }
  await database.query("analyze accounts.clients, accounts.sessions, calls.calls");
  return pages;
}

/** By the clock that all processes of a machine share. */
function nowMs(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

function forked(file: string, words: string[]): ChildProcess {
  const execArgv = ["--import", new URL("../../src/platform/tsx.ts", import.meta.url).href];
  return fork(fileURLToPath(new URL(file, import.meta.url)), words, { execArgv });
}
