import assert from "node:assert/strict";
import { after, test } from "node:test";
import { uuidOf } from "#platform";
import { openTestClient, openTestSite, openTestStaff, runCommand } from "#test";
import { queuesCommands } from "./commands.ts";

const site = await openTestSite();
after(() => site[Symbol.asyncDispose]());
const { database } = site.opened;

const day = ["00:00", "00:00"] as [string, string];
const shift = { friday: day };
const wide = await openTestStaff(site, { name: "Wide", shift });
const narrow = await openTestStaff(site, { name: "Narrow", shift });
const lead = await openTestStaff(site, { name: "Lead", roles: ["lead"] });

async function run(name: string, ...words: string[]): Promise<string> {
  const desk = { database, appender: site.appender };
  const command = queuesCommands(async () => desk).find((one) => one.name === `queues ${name}`);
  const { code, stdout } = await runCommand(command, words, { clock: () => site.time.now });
  assert.equal(code, 0);
  return stdout;
}

async function asked(topic: string): Promise<string> {
  const { cookie } = await openTestClient(site);
  const fields = { topic, name: "Ada", text: "Hello?" };
  const answer = await site.post("/account/tickets", fields, { cookie });
  return /ticket_\w+/.exec(answer.headers.get("location") ?? "")?.[0] ?? "";
}

const assignees = async () => {
  const { rows } = await database.query<{ queue: string; assignee: string | null }>(
    "select queue, assignee from tickets.tickets",
  );
  return rows;
};

test("an agent is given tickets of the own queues alone; another of whom nothing was said, of all", async () => {
  await run("set", narrow.staff, "--queue", "verification", "--queue", "security");
  const listed = (await run("list"))
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  assert.deepEqual(listed.map(({ name, queues }) => [name, queues.length]).sort(), [
    ["Narrow", 2],
    ["Wide", 5],
  ]);
  for (let count = 0; count < 8; count++) await asked("payments");
  for (const { assignee } of await assignees()) assert.equal(assignee, uuidOf(wide.staff));
  const { rows } = await database.query<{ details: string }>(
    "select details from ledger.events where kind = 'tickets.queues_set'",
  );
  assert.deepEqual(JSON.parse(rows[0]?.details ?? ""), {
    ...{ staff: narrow.staff, queues: ["verification", "security"] },
  });
});

test("queues are of the list, and whoever is given them is an agent", async () => {
  const isRefused = (code: string) => (error: { code?: string }) => error.code === code;
  for (const queue of ["leads", "lost"])
    await assert.rejects(run("set", narrow.staff, "--queue", queue), isRefused("wrong_queues"));
  await assert.rejects(run("set", lead.staff, "--all"), isRefused("no_such_agent"));
  await assert.rejects(run("set", narrow.staff), isRefused("usage"));
});

test("who leaves is in no queue any more", async () => {
  await site.accounts.leaving.leave(narrow.staff, { is: "system" }, site.time.now);
  const { rowCount } = await database.query("select from tickets.queue_members");
  assert.equal(rowCount, 0);
});

test("a lead pages through all that waits, none twice and none left out, also what waits for nothing", async () => {
  const { rows } = await database.query<{ id: string }>("select id from tickets.tickets limit 1");
  await database.query(
    `insert into tickets.tickets (client, id, reference, requester_kind, topic, queue, language, priority,
       key_ciphertext, opened_at, opened_via, status, status_since, status_by_kind, waiting_since, updated_at)
     select client, gen_random_uuid(), 'K7QM-4D2X', 'client', topic, queue, language, priority, key_ciphertext,
       opened_at, 'page', 'open', opened_at, 'system',
       case when n % 3 > 0 then opened_at + interval '1 hour' * (n % 40) end, opened_at
     from tickets.tickets cross join generate_series(1, 230) n where id = $1`,
    [rows[0]?.id],
  );
  const seen: string[] = [];
  const cookie = { cookie: lead.cookie };
  let path = "/staff/tickets?queue=payments";
  for (let pages = 0; pages < 3; pages++) {
    const page = await (await site.get(path, cookie)).text();
    seen.push(
      ...[...page.matchAll(/\/staff\/tickets\/(ticket_\w+)" data-row/g)].map(([, id = ""]) => id),
    );
    path =
      /href="(\/staff\/tickets\?[^"]*after=[^"]*)"/.exec(page)?.[1]?.replaceAll("&amp;", "&") ?? "";
  }
  assert.equal(path, "", "three pages are all");
  assert.equal(seen.length, 238);
  assert.equal(new Set(seen).size, 238);
  const other = await (await site.get("/staff/tickets?queue=security", cookie)).text();
  assert.doesNotMatch(other, /data-row/);
});
