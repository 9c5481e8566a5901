import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import fc from "#fast-check";
import { type Id, idFrom, system, transaction, uuidOf } from "#platform";
import type { FieldName } from "#policy";
import { openTestApiKey, openTestClient, openTestSite, runCommand, type TestSite } from "#test";
import { removed } from "../events.ts";
import { importCommand } from "./import-command.ts";
import { importFile } from "./import-file.ts";
import { importLines, writePrepared } from "./importing.ts";
import type { ClientClass, ClientLine } from "./line.ts";
import { prepare } from "./preparing.ts";

type Stored = { field: FieldName; version: number; mask: string; is_current: boolean };

suite("clients from the firm's own systems", () => {
  let site: TestSite;
  let folder: string;
  before(async () => {
    site = await openTestSite();
    folder = await mkdtemp(join(tmpdir(), "holdfast-import-"));
  });
  after(async () => {
    await rm(folder, { recursive: true, force: true });
    await site[Symbol.asyncDispose]();
  });

  test("a file of clients goes in: bad lines are named, nothing else is lost, and the same file again changes nothing", async () => {
    const file = await fileOf([
      '\uFEFF{"id": "f-1", "fields": {"name": "Test Amber", "email": "amber@example.net", "balance": "12345.67 EUR"}}',
      "not json",
      '{"id": "f-2", "class": "exposed", "fields": {"phone": "0171 555 01 00"}}',
      "",
      '{"id": "f-2", "class": "exposed", "fields": {"phone": "+1 202 555 0100"}}',
      '{"id": "f 3", "fields": {}}',
      '{"id": "f-4", "fields": {"shoe_size": "46"}}',
      '{"id": "f-5", "account": "0000-0000-0000", "fields": {"name": "Test Birch"}}',
      '{"id": "f-6", "fields": {"balance": "12.345,67 EUR"}}',
      '{"id": "f-7", "fields": {"cedar@example.net": "email"}}',
      '{"id": "f-1", "fields": {"email": null, "name": "Test Amber"}}',
    ]);
    const said = await run(file);
    assert.equal(said.code, 1);
    const errors = said.stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    assert.deepEqual(
      errors.map(({ line, error }) => [line, error.code]),
      [
        [2, "line_not_json"],
        [3, "value_invalid"],
        [6, "id_invalid"],
        [7, "line_invalid"],
        [9, "value_invalid"],
        [10, "line_invalid"],
        [8, "account_unknown"],
      ].sort((one, other) => Number(one[0]) - Number(other[0])),
    );
    assert.ok(!said.stdout.includes("0171") && !said.stdout.includes("12.345"));
    assert.ok(!said.stdout.includes("cedar@") && said.stdout.includes("shoe_size"));
    assert.match(said.stderr, /2 clients are new, 1 changed, 0 are as before; 7 lines are bad/);
    const amber = await clientOf("f-1");
    assert.deepEqual(await storedOf(amber), [
      { field: "balance", version: 1, mask: "•••", is_current: true },
      { field: "email", version: 1, mask: "a•••@e•••.net", is_current: false },
      { field: "name", version: 1, mask: "T••• A•••", is_current: true },
    ]);
    const before = await everything();
    const again = await run(await fileOf(['{"id": "f-1", "fields": {"name": "Test Amber"}}']));
    assert.equal(again.code, 0);
    assert.match(again.stderr, /0 clients are new, 0 changed, 1 are as before; 0 lines are bad/);
    assert.deepEqual(await everything(), before);
    await run(file);
    assert.deepEqual(await currentFields(amber), ["balance", "name"]);
  });

  test("a value that changed ends the one before; nothing that wasn't named changes, and classes are the firm's to say", async () => {
    await take({ id: "v-1", fields: { name: "Test Cedar", phone: "+1 202 555 0101" } });
    site.time.now = new Date(site.time.now.getTime() + 60_000);
    const done = await take({ id: "v-1", class: "colleague", fields: { name: "Test Dune" } });
    assert.deepEqual([done.changed, done.fields], [1, 1]);
    const client = await clientOf("v-1");
    assert.deepEqual(
      (await storedOf(client)).map(({ field, version, is_current }) => [
        field,
        version,
        is_current,
      ]),
      [
        ["name", 1, false],
        ["name", 2, true],
        ["phone", 1, true],
      ],
    );
    assert.equal((await rowOf(client))?.class, "colleague");
    await take({ id: "v-1", fields: { name: "Test Cedar" } });
    assert.deepEqual(
      (await storedOf(client))
        .filter(({ field }) => field === "name")
        .map(({ version }) => version),
      [1, 2, 3],
      "what comes back is a new version",
    );
  });

  test("an import that was stopped goes on behind the last line that was committed", async () => {
    const lines = Array.from({ length: 2_300 }, (_, place) =>
      place === 1_500 ? "broken" : `{"id": "r-${place}", "fields": {"flags": "test ${place}"}}`,
    );
    const file = await fileOf(lines);
    const { desk } = site.vault;
    const done = (upTo: number) => {
      if (upTo === 2_000) throw new Error("stopped");
    };
    await assert.rejects(importFile(desk, file, { bad: async () => {}, done }), /stopped/);
    assert.equal(await countOf("r-"), 1_999);
    const bad: number[] = [];
    const rest = await importFile(desk, file, {
      bad: async (lines) => void bad.push(...lines.map(({ line }) => line)),
      done: () => {},
    });
    assert.deepEqual([rest.linesBefore, rest.added, rest.bad], [2_000, 300, 1]);
    assert.deepEqual(bad, [], "it was reported before");
    assert.equal(await countOf("r-"), 2_299);
  });

  test("whatever follows whatever in a file: versions are the changes, and the last word counts", async () => {
    const word = fc.record({
      id: fc.constantFrom("one", "two"),
      field: fc.constantFrom("name", "flags"),
      value: fc.constantFrom("Test Amber", "Test Birch", null),
    });
    let round = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 4, maxLength: 20 }), async (given) => {
        const start = `p-${round++}-`;
        const lines = given.map(({ id, field, value }) =>
          JSON.stringify({ id: start + id, fields: { [field]: value } }),
        );
        await importFile(site.vault.desk, await fileOf([...lines, ""]), {
          bad: async () => assert.fail("no line is bad"),
          done: () => {},
        });
        for (const id of new Set(given.map((one) => one.id))) {
          const stored = await storedOf(await clientOf(start + id));
          for (const field of ["name", "flags"]) {
            const said = given.filter((one) => one.id === id && one.field === field);
            const values = said.map(({ value }) => value);
            const changes = values.filter((value, place) => value !== (values[place - 1] ?? null));
            const versions = stored.filter((one) => one.field === field);
            const expected = changes.filter((value) => value !== null).length;
            assert.equal(versions.length, expected);
            const inForce = versions
              .filter(({ is_current }) => is_current)
              .map(({ version }) => version);
            assert.deepEqual(inForce, values.at(-1) == null ? [] : [expected]);
          }
        }
      }),
      { numRuns: 5 },
    );
  });

  test("an id that comes with an account is its client's: the copy without one is gone for good", async () => {
    const owner = await openTestClient(site);
    await take({ id: "l-1", class: "exposed", fields: { name: "Test Ember", flags: "test" } });
    const copy = await clientOf("l-1");
    await take({ id: "l-1", account: owner.publicId, fields: { name: "Test Ember" } });
    assert.equal(await clientOf("l-1"), owner.client);
    assert.equal((await rowOf(owner.client))?.class, "exposed");
    assert.deepEqual(await currentFields(owner.client), ["name"]);
    assert.deepEqual(await storedOf(copy), []);
    await assert.rejects(
      site.keykeeper.encrypt({
        ...{ table: "vault.fields", field: "name", client: copy, version: 1 },
        ...{ kind: "name", value: "Test Ember" },
      }),
      { code: "client_shredded" },
    );
    const same = await take({ id: "l-1", account: owner.publicId, fields: { name: "Test Ember" } });
    assert.equal(same.unchanged, 1);
    const other = await openTestClient(site);
    assert.deepEqual(
      await wrong({ id: "l-1", account: other.publicId, fields: {} }),
      "id_known_elsewhere",
    );
    const otherwise = { id: "l-2", account: owner.publicId, fields: {} };
    assert.deepEqual(await wrong(otherwise), "account_known_otherwise");
  });

  test("a client whom a crash left behind without keys takes nothing, and costs the others nothing", async () => {
    await take({ id: "g-1", fields: { name: "Test Iris" } });
    const client = await clientOf("g-1");
    const draft = { kind: removed, client, decision: "allow" as const, details: {} };
    const { event } = await site.appender.append(system, draft, site.time.now);
    await site.keykeeper.shred({ client, event });
    const lines = [
      line({ id: "g-1", fields: { name: "Test Iris" } }),
      { ...line({ id: "g-2", fields: { name: "Test Jetty" } }), line: 2 },
    ];
    const done = await importLines(site.vault.desk, lines, { via: "command" });
    assert.equal(done.added, 1);
    assert.deepEqual(
      done.bad.map(({ line: at, error }) => [at, error.code]),
      [[1, "client_removed"]],
    );
    const owner = await openTestClient(site);
    await take({ id: "g-1", account: owner.publicId, fields: { name: "Test Iris" } });
    assert.deepEqual(await storedOf(client), []);
    assert.deepEqual(await currentFields(owner.client), ["name"]);
  });

  test("a client who is erased between a line's reading and its writing leaves nothing behind", async () => {
    const owner = await openTestClient(site);
    const given = line({ id: "e-1", account: owner.publicId, fields: { name: "Test Juniper" } });
    const prepared = await prepare(site.vault.desk, [given]);
    const { database } = site.opened;
    const columns = { client: owner.client, decision: "allow" as const };
    const draft = { kind: removed, ...columns, details: {} };
    const { event } = await site.appender.append(system, draft, site.time.now);
    await site.keykeeper.shred({ client: owner.client, event });
    const writing = transaction(database, (joining) =>
      writePrepared(site.vault.desk, joining, prepared, { via: "command" }),
    );
    await assert.rejects(writing, { name: "ChangedMeanwhile" });
    assert.deepEqual(await storedOf(owner.client), []);
    const again = await importLines(site.vault.desk, [given], { via: "command" });
    assert.equal(again.bad[0]?.error.code, "client_removed");
  });

  test("two imports of one client at once leave one client with one value in force", async () => {
    const another = await site.another();
    const values = Array.from({ length: 6 }, (_, place) => `Test Garnet ${place}`);
    const desks = [site, another].map(({ vault }) => vault.desk);
    await Promise.all(
      values.map((name, place) => {
        const lines = [line({ id: "c-1", fields: { name } })];
        return importLines(desks[place % 2] ?? assert.fail(), lines, { via: "command" });
      }),
    );
    const stored = await storedOf(await clientOf("c-1"));
    assert.equal(stored.filter(({ is_current }) => is_current).length, 1);
    assert.deepEqual(
      stored.map(({ version }) => version),
      [1, 2, 3, 4, 5, 6],
    );
  });

  test("another system sends clients with a key of its own, once under one name", async () => {
    const key = await openTestApiKey(site, "clients:write");
    const body = [
      { id: "a-1", fields: { name: "Test Hazel" } },
      { id: "a-2", fields: { name: 5 } },
      { id: "a-1", fields: { name: "Test Iris" } },
    ];
    const first = await post(body, key, "one");
    assert.equal(first.status, 200);
    const answer = await first.json();
    assert.equal(answer.added, 1);
    assert.deepEqual(
      answer.errors.map(({ line, error }: { line: number; error: { code: string } }) => [
        line,
        error.code,
      ]),
      [
        [2, "line_invalid"],
        [3, "client_repeated"],
      ],
    );
    assert.deepEqual(await (await post(body, key, "one")).json(), answer);
    assert.equal((await post([body[1]], key, "one")).status, 422);
    assert.equal((await post(body, await openTestApiKey(site, "tickets:read"))).status, 403);
    assert.equal((await post([], key)).status, 400);
    const { rows } = await site.opened.database.query<{ details: string }>(
      "select details from ledger.events where kind = 'vault.imported' and details like '%api%'",
    );
    const { key: by, ...details } = JSON.parse(rows[0]?.details ?? "{}");
    assert.deepEqual(details, { clients: 1, fields: 1, via: "api" });
    assert.match(by, /^apikey_/);
  });

  type Given = {
    id: string;
    account?: string;
    class?: ClientClass;
    fields: Partial<Record<FieldName, string | null>>;
  };

  function line({ fields, account, ...given }: Given): ClientLine {
    const named = Object.entries(fields) as [FieldName, string | null][];
    return {
      line: 1,
      class: undefined,
      country: undefined,
      ...given,
      account,
      fields: new Map(named),
    };
  }

  const take = (given: Given) => importLines(site.vault.desk, [line(given)], { via: "command" });
  const wrong = async (given: Given) => (await take(given)).bad[0]?.error.code;

  async function fileOf(lines: readonly string[]): Promise<string> {
    const file = join(folder, `${lines.length}.jsonl`);
    await writeFile(file, lines.join("\n"));
    return file;
  }

  const run = (file: string) =>
    runCommand(
      importCommand(async () => site.vault.desk),
      [file],
      { clock: () => site.time.now },
    );

  const post = (body: unknown, key: string, name?: string) =>
    site.app.fetch(
      new Request("http://localhost:8080/v1/clients", {
        method: "POST",
        body: JSON.stringify(body),
        headers: {
          authorization: `Bearer ${key}`,
          "content-type": "application/json",
          ...(name && { "idempotency-key": name }),
        },
      }),
    );

  async function clientOf(id: string): Promise<Id<"client">> {
    const place = { table: "vault.clients", field: "reference", kind: "reference" } as const;
    const { rows } = await site.opened.database.query<{ client: string }>(
      "select client from vault.clients where reference_index = $1",
      [await site.keykeeper.blindIndex({ ...place, value: id })],
    );
    return idFrom("client", rows[0]?.client ?? "");
  }

  async function storedOf(client: Id<"client">): Promise<Stored[]> {
    const { rows } = await site.opened.database.query<Stored>(
      `select field, version, mask, valid_to is null as is_current from vault.fields where client = $1
       order by field, version`,
      [uuidOf(client)],
    );
    return rows;
  }

  async function currentFields(client: Id<"client">): Promise<string[]> {
    return (await storedOf(client)).flatMap(({ field, is_current }) => (is_current ? field : []));
  }

  async function rowOf(client: Id<"client">): Promise<{ class: string } | undefined> {
    const { rows } = await site.opened.database.query<{ class: string }>(
      "select class from vault.clients where client = $1",
      [uuidOf(client)],
    );
    return rows[0];
  }

  async function countOf(start: string): Promise<number> {
    const ids = Array.from({ length: 2_300 }, (_, place) => `${start}${place}`);
    const place = { table: "vault.clients", field: "reference", kind: "reference" } as const;
    const indexes = await Promise.all(
      ids.map((value) => site.keykeeper.blindIndex({ ...place, value })),
    );
    const { rowCount } = await site.opened.database.query(
      "select from vault.clients where reference_index = any ($1)",
      [indexes],
    );
    return rowCount ?? 0;
  }

  /** All that an import could change. */
  async function everything(): Promise<unknown> {
    const { rows } = await site.opened.database.query(
      `select (select md5(string_agg(k::text, ';' order by k.client)) from vault.clients k) as clients,
         (select md5(string_agg(f::text, ';' order by f.client, f.field, f.version)) from vault.fields f) as fields,
         (select count(*) from ledger.events) as events`,
    );
    return rows;
  }
});
