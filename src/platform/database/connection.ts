import { Client } from "pg";
import { InvalidInput, messageOf } from "../errors.ts";

/** How a database is reached, by the app's role and by the one that owns the tables. */
export type DatabaseUrls = { appUrl: string; ownerUrl: string };

export class DatabaseAway extends InvalidInput {
  constructor(error: unknown) {
    super(
      "database_away",
      `The database doesn't answer (${messageOf(error) || "no connection"}). Start it, or correct DATABASE_URL and DATABASE_OWNER_URL.`,
    );
  }
}

/** Runs `work` on a connection of its own. One that breaks fails the query under way, or the next one. */
export async function connected<Result>(
  url: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString: url });
  client.on("error", () => {});
  try {
    await client.connect().catch((error) => {
      throw new DatabaseAway(error);
    });
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

/** Runs `work` in a transaction of that connection: committed when it returns, rolled back when it throws. */
export async function inTransaction<Result>(
  client: Client,
  work: () => Promise<Result>,
): Promise<Result> {
  await client.query("begin");
  try {
    const result = await work();
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw error;
  }
}
