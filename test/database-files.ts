import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { connected } from "#platform";
import type { TestDatabase } from "./open-database.ts";

/** Every file of the database and of its write-ahead log that holds one of some texts. */
export async function databaseFilesWith(
  { ownerUrl }: Pick<TestDatabase, "ownerUrl">,
  texts: readonly string[],
): Promise<Map<string, string[]>> {
  const { rows } = await connected(ownerUrl, async (client) => {
    await client.query("checkpoint");
    return await client.query<{ folder: string; oid: string }>(
      `select current_setting('data_directory') as folder, oid::text from pg_database
       where datname = current_database()`,
    );
  });
  const [{ folder = "", oid = "" } = {}] = rows;
  const found = new Map<string, string[]>(texts.map((text) => [text, []]));
  for (const place of [join(folder, "base", oid), join(folder, "pg_wal")]) {
    for (const entry of await readdir(place, { withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const bytes = await readFile(join(place, entry.name)).catch(unlessGone);
      if (!bytes) continue;
      for (const text of texts) if (bytes.includes(text)) found.get(text)?.push(entry.name);
    }
  }
  return found;
}

/** PostgreSQL removes files at any time: its cache of the catalog, and what it wrote ahead. */
function unlessGone(error: unknown): undefined {
  if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
}
