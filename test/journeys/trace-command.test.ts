import assert from "node:assert/strict";
import { mkdtempDisposable, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import { newId, UsageError } from "#platform";
import { openTestSite, runCommand, type TestSite } from "#test";
import { traceCommands } from "#trace";
import { importClients, look, lookAround, type TracedClient } from "../traced-desk.ts";

const day = (text: string) => new Date(`${text}T09:00:00Z`);

suite("holdfast trace SAMPLE", () => {
  let site: TestSite;
  let clients: TracedClient[];
  const leaker = newId("staff", day("2026-01-12"));

  before(async () => {
    site = await openTestSite();
    clients = await importClients(site, day("2026-01-12"), { from: 0, count: 600 });
    await lookAround(site, clients, {
      ...{ others: 12, strangers: 500, since: day("2026-01-13"), days: 60 },
    });
    await look(site, leaker, clients.slice(0, 200), {
      ...{ fields: ["email", "phone"], since: day("2026-02-10") },
    });
  });
  after(() => site[Symbol.asyncDispose]());

  /** Runs the command on a file with these lines. */
  async function run(lines: readonly string[], ...words: string[]) {
    await using folder = await mkdtempDisposable(join(tmpdir(), "holdfast-sample-"));
    const file = join(folder.path, "sample.csv");
    await writeFile(file, lines.join("\n"));
    const command = traceCommands(async () => site.tracing.desk).find(
      ({ name }) => name === "trace",
    );
    return await runCommand(command, [file, ...words], { clock: () => site.time.now });
  }

  const leaked = () => [
    "mail,telephone",
    ...clients.slice(20, 60).map(({ email, phone }) => `${email},${phone}`),
  ];

  test("whose looks explain it stands there under a pseudonym, and between two events; nothing of it is kept", async () => {
    const { code, stdout, stderr } = await run(leaked(), "--before", "2026-04-13");
    assert.equal(code, 0);
    assert.match(stderr, /^Read as comma separated: 40 rows, 0 lines that can't be read\./);
    assert.match(stderr, /"mail" is email[\s\S]*"telephone" is phone[\s\S]*resolving …/);
    assert.match(stdout, /What one person saw explains 40 of 40 rows/);
    for (const said of [stdout, stderr]) assert.doesNotMatch(said, /staff_|client_|example\.net/);
    const { rows } = await site.opened.database.query<{ kind: string; text: string }>(
      "select kind, details::text as text from ledger.events where kind like 'trace.%' order by kind",
    );
    assert.deepEqual(
      rows.map(({ kind }) => kind),
      ["trace.began", "trace.finished"],
    );
    assert.doesNotMatch(rows.map(({ text }) => text).join(), /example\.net|\+39/);
    const kept = await site.opened.database.query("select from trace.traces");
    assert.equal(kept.rowCount, 0);
  });

  test("--before leaves out what was seen later: nobody is named then", async () => {
    const { stdout } = await run(leaked(), "--before", "2026-02-09", "--json");
    assert.deepEqual(JSON.parse(stdout).people, []);
    const later = await run(leaked(), "--before", "2026-02-11", "--json");
    assert.deepEqual(
      JSON.parse(later.stdout).people.map((one: { explains: number }) => one.explains),
      [40],
    );
  });

  test("--columns says what was guessed wrongly, and a line that can't be read ends it with 1", async () => {
    const lines = leaked().map((line) => `${line},quartz`);
    const { code, stdout, stderr } = await run(
      [...lines, "=1+2,+39 02 5555 9999,quartz", '"never closed'],
      ...["--columns", "telephone=ignored", "--before", "2026-04-13", "--json"],
    );
    assert.match(stderr, /"telephone" is ignored/);
    assert.match(stderr, /line \d+: /);
    assert.match(stderr, /^One value was left out: a table program would compute it\.$/m);
    assert.equal(code, 1);
    assert.equal(JSON.parse(stdout).people.length, 1);
  });

  test("what isn't understood is refused before anything is asked", async () => {
    const count = async () =>
      (await site.opened.database.query("select from ledger.events")).rowCount;
    const events = await count();
    for (const [words, sentence] of [
      [["--before", "soon"], /--before soon is no date/],
      [["--before", "2026-02-31"], /--before 2026-02-31 is no date/],
      [["--before", "02/03/2026"], /--before 02\/03\/2026 is no date/],
      [["--before", "2999-01-01"], /is yet to come/],
      [["--columns", "mail=nothing"], /mail=nothing is no NAME=MEANING/],
    ] as const) {
      await assert.rejects(
        run(leaked(), ...words),
        (error) => error instanceof UsageError && sentence.test(error.message),
      );
    }
    assert.equal(await count(), events);
  });
});
