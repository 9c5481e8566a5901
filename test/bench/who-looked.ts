import { type App, openDatabase, systemClock } from "#platform";
import { openTestClient, openTestContact, openTestStaff, type TestSite } from "#test";
import { eventKinds } from "../../src/event-kinds.ts";
import { openBenchSealer } from "./bench-sealer.ts";
import { openBenchSite } from "./bench-site.ts";
import { openBenchDatabase } from "./database.ts";
import { type BenchLine, quantile, rounded } from "./line.ts";

const looksCount = 10_000;
/** Other clients' looks between every two, so that the client's don't stand side by side on the disk. */
const othersCount = 9;
const staffCount = 20;
const contactsCount = 40;
const rounds = 100;
const downloads = 10;
const fields = ["name", "email", "balance", "phone"] as const;

/**
 * A client at whom staff looked 10,000 times reads who did: the newest page, the oldest one, what an open page asks every
 * few seconds, and the whole list as a file. Baseline: a public page in the same run.
 */
export async function whoLooked(): Promise<BenchLine[]> {
  await using opened = await openBenchDatabase();
  const { database } = opened;
  await using created = await openBenchSite(database);
  const site = { ...created, opened, time: { now: systemClock() } } as unknown as TestSite;
  const { cookie, oldest } = await fill(site);
  const sealer = openBenchSealer(database);
  while (await sealer.sealOnce());
  await analyze(opened.ownerUrl);
  const ask = (path: string) => timed(created.app, path, cookie);
  const [plain, first, last, newest, list] = [[], [], [], [], []] as number[][];
  for (let round = 0; round < rounds; round++) {
    plain?.push(await ask("/phone"));
    first?.push(await ask("/account/looks"));
    last?.push(await ask(`/account/looks?before=${oldest}`));
    newest?.push(await ask("/account/looks/newest"));
    if (round < downloads) list?.push(await ask("/account/looks/list"));
  }
  const baseline = rounded(quantile(plain ?? [], 0.5));
  const line = (name: string, values: number[] | undefined, part: number) => {
    const value = rounded(quantile(values ?? [], part));
    const ratio = rounded(value / baseline);
    return { name: `who-looked/${name}`, value, unit: "ms", baseline, ratio };
  };
  return [
    line("newest page, p50", first, 0.5),
    line("newest page, p99", first, 0.99),
    line("page near the oldest, p50", last, 0.5),
    line("is there anything new, p50", newest, 0.5),
    line("the whole list, 10,000 lines, p50", list, 0.5),
  ];
}

/** What the database does by itself within a minute; the app's role may not. */
async function analyze(ownerUrl: string): Promise<void> {
  const owner = openDatabase(ownerUrl, () => {});
  await owner.query("analyze ledger.events");
  await owner.end();
}

async function timed(app: App, path: string, cookie: string): Promise<number> {
  const started = performance.now();
  const connection = { incoming: { socket: { remoteAddress: "192.0.2.10" } } };
  const headers = { accept: "text/html", cookie };
  const answer = await app.fetch(
    new Request(`http://localhost:8080${path}`, { headers }),
    connection,
  );
  const { length } = await answer.text();
  if (answer.status !== 200 || length === 0) throw new Error(`${path} answered ${answer.status}`);
  return performance.now() - started;
}

/** @returns the client's browser, and a look among the client's oldest */
async function fill(site: TestSite) {
  const { appender } = site;
  const staff = await inTurn(staffCount, () => openTestStaff(site));
  const client = await openTestClient(site);
  const contacts = await inTurn(contactsCount, () => openTestContact(site, { client }));
  const others = await inTurn(othersCount, () => openTestContact(site));
  const { revealed } = kindsOf();
  const at = (place: number) => new Date(Date.now() - (looksCount - place) * 600_000);
  let oldest = "";
  for (let place = 0; place < looksCount; place++) {
    const by = staff[place % staffCount]?.staff ?? staff[0]?.staff;
    if (!by) throw new Error("nobody looks");
    const look = (of: { client: typeof client; ticket: `ticket_${string}` }) =>
      appender.append(
        { is: "staff", id: by },
        {
          kind: revealed,
          ...{ client: of.client.client, ticket: of.ticket, purpose: "account_help" },
          field: fields[place % fields.length] ?? "name",
          ...(place % 20 === 0 ? { decision: "deny" } : { decision: "allow", version: 1 }),
          details: {
            grant: "ticket",
            rules: ["clients_open_contact"],
            policy: "x",
            session: "session_x",
          },
        },
        at(place),
      );
    const own = contacts[Math.floor((place * contactsCount) / looksCount)];
    if (!own) throw new Error("there is no contact");
    const [{ event }] = await Promise.all([look(own), ...others.map(look)]);
    if (place === fields.length * 20) oldest = event;
  }
  return { cookie: client.cookie, oldest };
}

function kindsOf() {
  const revealed = eventKinds.find(({ name }) => name === "vault.revealed");
  if (!revealed) throw new Error("there is no reveal");
  return { revealed };
}

async function inTurn<Made>(count: number, make: () => Promise<Made>): Promise<Made[]> {
  const made: Made[] = [];
  while (made.length < count) made.push(await make());
  return made;
}
