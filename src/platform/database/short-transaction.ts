import pg from "pg";
import type { Database, Transaction } from "./database.ts";

/**
 * A statement that has a name is planned once a connection, whatever values it comes with: for those whose planning takes
 * longer than running them. Perhaps the tables are still empty then: it must be the plan for large ones.
 */
const beginning: readonly Silent[] = [
  { text: "begin" },
  { text: "set local plan_cache_mode to force_generic_plan" },
  { text: "set local enable_seqscan to off" },
];
const ending: readonly Silent[] = [{ text: "commit" }];

/** A statement that answers with no row, and its values as PostgreSQL writes them. */
export type Silent = { text: string; values?: readonly string[] };

type Sent = { before: readonly Silent[]; last: boolean };

/**
 * Runs `work` in a transaction of few journeys to the database, for what many wait for: its first statement goes together
 * with the begin, and what is asked through `last` with the commit. PostgreSQL stops at a statement that fails, so
 * nothing runs outside of the transaction, and nothing is committed without the last statement. When that one has answered,
 * everything is committed; nothing more may be asked then.
 * @param holding goes with the begin, each before the next: the first statement sees what stands when all of them are done
 */
export async function shortTransaction<Result>(
  database: Database,
  work: (joining: Transaction, last: Transaction) => Promise<Result>,
  holding: readonly Silent[] = [],
): Promise<Result> {
  const client = await database.connect();
  let isBegun = false;
  let isOver = false;
  const through = (last: boolean): Transaction => {
    const query = async (asked: string | pg.QueryConfig, values?: unknown[]) => {
      if (isOver) throw new Error("the transaction is over");
      const sent = { before: isBegun ? [] : [...beginning, ...holding], last };
      isBegun = true;
      isOver = last;
      const config = typeof asked === "string" ? { text: asked, ...(values && { values }) } : asked;
      return await journey(client, config, sent);
    };
    return { query: query as Transaction["query"], inTransaction: true };
  };
  try {
    const result = await work(through(false), through(true));
    if (!isOver) await client.query("commit");
    client.release();
    return result;
  } catch (error) {
    await client.query("rollback").catch(() => {});
    client.release(true); // what the driver knows of its prepared statements may be wrong now
    throw error;
  }
}

/** One statement, with what goes before and after it, up to one answer. */
function journey(
  client: pg.PoolClient,
  config: pg.QueryConfig,
  { before, last }: Sent,
): Promise<pg.QueryResult> {
  return new Promise((resolve, reject) => {
    const query = new pg.Query(config, (error: Error | undefined, results: unknown) => {
      if (error) return reject(error);
      const answers = [results].flat() as pg.QueryResult[];
      const own = answers[before.length];
      if (own) resolve(own);
      else reject(new Error("the database answered to another statement"));
    });
    const submit = query.submit.bind(query);
    query.submit = (connection) => {
      const execute: pg.Connection["execute"] = (asked, more) => {
        connection.execute(asked, more);
        if (last) for (const statement of ending) send(connection, statement);
      };
      connection.stream.cork();
      for (const statement of before) send(connection, statement);
      const refused = submit(Object.create(connection, { execute: { value: execute } }));
      connection.stream.uncork();
      return refused;
    };
    client.query(query);
  });
}

function send(connection: pg.Connection, { text, values = [] }: Silent): void {
  connection.parse({ name: "", text, types: [] }, true);
  connection.bind({ values: [...values] }, true);
  connection.execute({ portal: "", rows: "0" }, true);
}
