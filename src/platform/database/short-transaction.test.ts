import assert from "node:assert/strict";
import { test } from "node:test";
import { Client } from "pg";
import { openTestDatabase } from "#test";
import { shortTransaction } from "./short-transaction.ts";

const fails = "select 1 / 0";

test("a short transaction commits all or nothing, wherever it fails, and the next one finds its connection whole", async () => {
  await using opened = await openTestDatabase();
  const { database, ownerUrl } = opened;
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query(
    "create table public.noted (word text primary key deferrable initially deferred)",
  );
  await owner.query("grant select, insert on public.noted to holdfast_app");
  await owner.end();
  const words = async () =>
    (await database.query("select word from public.noted order by word")).rows.map(
      ({ word }) => word,
    );
  const note = (word: string) => ({
    name: "note",
    text: "insert into public.noted values ($1::text) returning word",
    values: [word],
  });

  const isIn = await shortTransaction(database, async (joining, last) => {
    const { rows } = await joining.query(note("a"));
    assert.deepEqual(rows, [{ word: "a" }]);
    assert.deepEqual(await words(), [], "nobody else sees it yet");
    await joining.query(note("b"));
    assert.equal((await last.query(note("c"))).rowCount, 1);
    return await words();
  });
  assert.deepEqual(isIn, ["a", "b", "c"], "the last answer means that it is committed");
  await shortTransaction(database, (_, last) => last.query(note("d")));
  await shortTransaction(database, (joining) => joining.query(note("e")));
  await shortTransaction(database, async () => {});
  assert.deepEqual(await words(), ["a", "b", "c", "d", "e"]);

  const failing: Parameters<typeof shortTransaction<unknown>>[1][] = [
    (joining) => joining.query(fails),
    (_, last) => last.query(fails),
    async (joining, last) => [await joining.query(note("f")), await last.query(fails)],
    async (joining, last) => [
      await joining.query(fails).catch(() => {}),
      await last.query(note("f")),
    ],
    async (joining, last) => [await joining.query(note("f")), await last.query(note("a"))],
    (_, last) =>
      last.query("insert into public.noted values ($1::text)", [
        {
          toPostgres: () => {
            throw new Error("no text");
          },
        },
      ]),
    async (joining) => {
      await joining.query(note("f"));
      throw new Error("no");
    },
  ];
  for (const work of failing) await assert.rejects(shortTransaction(database, work));
  await assert.rejects(
    shortTransaction(database, async (joining, last) => {
      await last.query(note("g"));
      await joining.query(note("h"));
    }),
    /the transaction is over/,
  );
  assert.deepEqual(await words(), ["a", "b", "c", "d", "e", "g"]);
});
