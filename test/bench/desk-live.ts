import { setTimeout as wait } from "node:timers/promises";
import { listen, systemClock } from "#platform";
import { openTestClient, openTestStaff, type TestSite } from "#test";
import { openBenchSite } from "./bench-site.ts";
import { openBenchDatabase } from "./database.ts";
import { type BenchLine, quantile, rounded } from "./line.ts";

const agentsCount = 50;
const clientsCount = 20;
const ticketsPerMinute = 200;
const ticketsCount = 200;
/** The first ones of a new process load what later ones find; they are not counted. */
const warmingCount = 10;
const always = ["00:00", "00:00"] as [string, string];
const days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/**
 * 200 tickets a minute while 50 agents have their lists open: how long a client waits for a ticket to be there, and until
 * the agent it was drawn for sees it. Baseline: a page of the help centre in the same run.
 */
export async function deskLive(): Promise<BenchLine[]> {
  await using opened = await openBenchDatabase();
  await using created = await openBenchSite(opened.database);
  const site = { ...created, opened, time: { now: systemClock() } } as unknown as TestSite;
  const { tickets } = created;
  const listening = await listen(site.app, "127.0.0.1", 0);
  const stopping = new AbortController();
  try {
    const shift = Object.fromEntries(days.map((day) => [day, always]));
    const agents = await inTurn(agentsCount, () => openTestStaff(site, { shift }));
    const clients = await inTurn(clientsCount, () => openTestClient(site));
    const seen = new Map<string, number>();
    for (const { cookie } of agents) void follow(listening.url, cookie, seen, stopping.signal);
    const asked = new Map<string, { started: number; ms: number }>();
    const plain: number[] = [];
    for (let count = -warmingCount; count < ticketsCount; count++) {
      const { cookie } = clients[(count + warmingCount) % clientsCount] ?? { cookie: "" };
      void ask(listening.url, cookie, count < 0 ? new Map() : asked);
      if (count >= 0 && count % 5 === 0)
        void timed(() => fetch(`${listening.url}/phone`)).then((ms) => plain.push(ms));
      await wait(60_000 / ticketsPerMinute);
    }
    await wait(3_000);
    const shown = [...asked].map(([id, { started }]) => (seen.get(id) ?? Infinity) - started);
    const waits = [...asked.values()].map(({ ms }) => ms);
    const baseline = rounded(quantile(plain, 0.99));
    const line = (name: string, value: number) => ({
      ...{ name: `desk-live/${name}`, value: rounded(value), unit: "ms", baseline },
      ratio: rounded(value / baseline),
    });
    return [
      line("ticket opened, p50", quantile(waits, 0.5)),
      line("ticket opened, p99", quantile(waits, 0.99)),
      line("seen by its agent, p99", quantile(shown, 0.99)),
      { name: "desk-live/tickets opened", value: asked.size, unit: `of ${ticketsCount}` },
    ];
  } finally {
    stopping.abort();
    tickets.live.stop();
    await listening.stop();
  }
}

/** An agent's open list: told of a change, it is loaded again, as the page does. */
async function follow(
  url: string,
  cookie: string,
  seen: Map<string, number>,
  signal: AbortSignal,
): Promise<void> {
  const path = `${url}/staff/tickets`;
  const streamed = await fetch(`${path}/stream`, { headers: { cookie }, signal }).catch(() => {});
  if (!streamed?.body) return;
  try {
    for await (const chunk of streamed.body.pipeThrough(new TextDecoderStream())) {
      if (!chunk.includes("event: changed")) continue;
      const page = await (await fetch(path, { headers: { cookie } })).text();
      const at = performance.now();
      for (const [id] of page.matchAll(/ticket_\w{26}/g)) if (!seen.has(id)) seen.set(id, at);
    }
  } catch {
    // stopped
  }
}

async function ask(
  url: string,
  cookie: string,
  asked: Map<string, { started: number; ms: number }>,
): Promise<void> {
  const started = performance.now();
  const text = "My withdrawal of yesterday isn't there yet. Can you see where it is?";
  const answer = await fetch(`${url}/account/tickets`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie, origin: url },
    body: new URLSearchParams({ topic: "withdrawals", name: "Ada", text }),
  });
  const [id] = /ticket_\w{26}/.exec(answer.headers.get("location") ?? "") ?? [];
  if (id) asked.set(id, { started, ms: performance.now() - started });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

async function inTurn<Made>(count: number, make: () => Promise<Made>): Promise<Made[]> {
  const made: Made[] = [];
  while (made.length < count) made.push(await make());
  return made;
}
