import assert from "node:assert/strict";
import { test } from "node:test";
import { openTestDatabase } from "#test";

test("nothing of the vault that names a client stays when the client is erased", async () => {
  await using opened = await openTestDatabase();
  const { rows: tables } = await opened.database.query<{ name: string }>(
    `select c.table_name as name from information_schema.columns c
     join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'vault' and c.column_name = 'client' and t.table_type = 'BASE TABLE' order by 1`,
  );
  const { rows: erasing } = await opened.database.query<{ text: string }>(
    "select prosrc as text from pg_proc where oid = 'vault.erase_client'::regproc",
  );
  const text = erasing[0]?.text ?? "";
  const forgotten = tables.filter(({ name }) => !text.includes(`from vault.${name} where client`));
  assert.ok(tables.length >= 9);
  assert.deepEqual(forgotten, []);
});
