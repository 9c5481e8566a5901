import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { embeddedUrls, idFrom, newId, openDatabase, uuidOf } from "#platform";
import { end, Installation } from "../running.ts";
import { launchBrowser, noBrowser, type Page } from "./browser.ts";

const leaseMs = 15_000;
const renewedEveryMs = 5_000;

const statusOf = (page: Page) =>
  page.evaluate(
    () => document.querySelector<HTMLElement>("#call-status [data-status]")?.dataset.status,
  );

async function untilShown(page: Page, status: string): Promise<void> {
  await page.waitForSelector(`#call-status [data-shown] [data-status="${status}"]`);
}

test("a desk that is killed in mid call leaves its page grey at once, and isn't calling 15 seconds after the last renewal", {
  skip: noBrowser,
}, async () => {
  await using installation = await Installation.create();
  await using stopping = new AsyncDisposableStack();
  const running = await installation.start({ PORT: "0" });
  const port = new URL(running.url).port;
  const browser = await launchBrowser();
  stopping.defer(() => browser.close());
  const page = await (await browser.newContext({})).newPage();
  await page.goto(`${running.url}/demo`);
  const entered = page.waitForNavigation();
  await page.click('button[name="person"][value="client"]');
  await entered;
  await page.goto(`${running.url}/call`);
  const database = openDatabase(embeddedUrls(installation.directory).appUrl, () => {});
  stopping.defer(() => database.end());
  const { rows } = await database.query<{ client: string; agent: string }>(
    `select session.holder as client, held.staff as agent from accounts.sessions session, accounts.staff_roles held
     where session.holder_kind = 'client' and held.role = 'agent' order by session.started_at desc limit 1`,
  );
  const client = idFrom("client", rows[0]?.client ?? "");
  const agent = idFrom("staff", rows[0]?.agent ?? "");
  let renewedAt = Date.now();
  const leg = newId("leg", new Date());
  const until = () => new Date(renewedAt + leaseMs);
  const now = new Date();
  const call = newId("call", now);
  await database.query(
    `insert into calls.calls (client, id, topic, language, channel, time_zone, asked_at, session, agent, starts_at,
       statement, signature, ended_at, outcome, ended_by_kind)
     values ($1, $2, 'account', 'en', 'phone', 'UTC', $3, $2, $4, $3, '', '', $3, 'held', 'system')`,
    [uuidOf(client), uuidOf(call), now, uuidOf(agent)],
  );
  await database.query(
    `insert into calls.legs (client, id, call, agent, channel, started_at, answered_at, agent_until, words, choices)
     values ($1, $2, $3, $4, 'phone', $5, $5, $6, '{0,1}', '{0,1,2,3,4,5,6,7}')`,
    [...[client, leg, call, agent].map(uuidOf), now, until()],
  );
  await database.query(
    `insert into calls.changes as c (client, revision, changed_at) values ($1, 1, $2)
     on conflict (client) do update set revision = c.revision + 1, changed_at = excluded.changed_at`,
    [uuidOf(client), now],
  );
  const renewing = setInterval(() => {
    renewedAt = Date.now();
    void database.query("update calls.legs set agent_until = $2 where id = $1", [
      uuidOf(leg),
      until(),
    ]);
  }, renewedEveryMs);
  stopping.defer(async () => clearInterval(renewing));
  await untilShown(page, "on_call");
  await sleep(12_500); // beyond what one hearing holds
  assert.equal(await statusOf(page), "on_call");
  clearInterval(renewing);
  await end(running, "SIGKILL");
  await untilShown(page, "unknown");
  const again = await installation.start({ PORT: port });
  assert.equal(again.url, running.url);
  await sleep(Math.max(0, renewedAt + leaseMs + 1_000 - Date.now()));
  assert.notEqual(await statusOf(page), "on_call");
  await untilShown(page, "not_calling");
});
