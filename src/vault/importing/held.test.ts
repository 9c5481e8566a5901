import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { shreddedAt } from "#keys";
import { placeHold } from "#ledger";
import { type Id, idFrom, system, transaction } from "#platform";
import { openTestClient, openTestSite, type TestClient, type TestSite } from "#test";
import { importLines, writePrepared } from "./importing.ts";
import type { ClientLine } from "./line.ts";
import { prepare } from "./preparing.ts";

suite("a copy of an account's client under a legal hold", () => {
  let site: TestSite;
  let owner: TestClient;
  let line: ClientLine;
  let made = 0;
  before(async () => {
    site = await openTestSite();
  });
  after(() => site[Symbol.asyncDispose]());

  /** A client who was imported without an account, and has one now. @returns the copy */
  async function openCopy(): Promise<Id<"client">> {
    owner = await openTestClient(site);
    const fields = new Map([["address", "1 Example Street"]] as const);
    const copied = { line: 1, id: `h-${made++}`, fields, class: undefined, country: undefined };
    await importLines(site.vault.desk, [{ ...copied, account: undefined }], { via: "command" });
    line = { ...copied, fields: new Map([["name", "Test Fern"]]), account: owner.publicId };
    const { rows } = await site.opened.database.query<{ client: string }>(
      "select client from vault.clients order by client desc limit 1",
    );
    assert.ok(rows[0]);
    return idFrom("client", rows[0].client);
  }

  const hold = async (client: Id<"client">) => {
    const { now } = site.time;
    await transaction(site.opened.database, (joining) =>
      placeHold(site.appender, joining, system, { client, reason: "case 17" }, now),
    );
  };

  async function refuses(): Promise<void> {
    const { bad } = await importLines(site.vault.desk, [line], { via: "command" });
    assert.deepEqual(
      bad.map(({ error }) => error.code),
      ["legal_hold"],
    );
  }

  async function readable(): Promise<number> {
    const { rows } = await site.opened.database.query<{ fields: number }>(
      `select count(*)::integer as fields from vault.fields
       where field = 'address' and valid_to is null and octet_length(ciphertext) > 0`,
    );
    return rows[0]?.fields ?? 0;
  }

  for (const [held, of] of [
    ["the copy", (copy: Id<"client">) => copy],
    ["the account's client", () => owner.client],
  ] as const) {
    test(`stays, and its line isn't taken: the hold is on ${held}`, async () => {
      const before = await readable();
      const copy = await openCopy();
      await hold(of(copy));
      await refuses();
      assert.equal(await readable(), before + 1);
      assert.equal(await shreddedAt(site.opened.database, copy), undefined);
    });
  }

  test("keeps its rows when the hold comes while its line is taken", async () => {
    const before = await readable();
    await openCopy();
    const prepared = await prepare(site.vault.desk, [line]);
    await hold(owner.client);
    const writing = transaction(site.opened.database, (joining) =>
      writePrepared(site.vault.desk, joining, prepared, { via: "command" }),
    );
    await assert.rejects(writing, { name: "ChangedMeanwhile" });
    await refuses();
    assert.equal(await readable(), before + 1);
  });
});
