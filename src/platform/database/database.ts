import pg from "pg";

const connectionsMax = 10;
/** A look takes two at once, the keykeeper three. A new one reads catalogs and plans first: that costs as much as ten looks. */
const connectionsKept = 3;
/** Often enough for what stands in between to keep a connection that nobody uses. */
const keepAliveMs = 30_000;
const connectTimeoutMs = 10_000;
const statementTimeoutMs = 30_000;

/** Where queries go: the pool, or one connection inside a transaction. */
export type Queryable = Pick<pg.Pool, "query">;

/** A transaction's connection: what a store function takes when it must join its caller's transaction. */
export type Transaction = Queryable & { readonly inTransaction: true };

export type Database = pg.Pool;

/** Opens the pool. A broken idle connection is told to `onError` and replaced by the next query. */
export function openDatabase(url: string, onError: (error: Error) => void): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: connectionsMax,
    min: connectionsKept,
    keepAlive: true,
    keepAliveInitialDelayMillis: keepAliveMs,
    connectionTimeoutMillis: connectTimeoutMs,
    statement_timeout: statementTimeoutMs,
    application_name: "holdfast",
  });
  pool.on("error", onError);
  pool.on("connect", (client) => client.on("error", onError));
  return pool;
}

/** Runs `work` in one transaction: committed when it returns, rolled back when it throws. */
export async function transaction<Result>(
  database: Database,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  const client = await database.connect();
  let broken: Error | undefined;
  try {
    await client.query("begin");
    const query = client.query.bind(client);
    const result = await work({ query, inTransaction: true });
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

const awayCodes: ReadonlySet<unknown> = new Set([
  "ECONNREFUSED",
  "ENOENT",
  "ENOTFOUND",
  "ETIMEDOUT",
  "53100", // the disk is full: nothing is lost, and nothing can be written
  "53300", // too many connections
  "57P01", // the server is shutting down
  "57P02",
  "57P03", // the server is starting
]);

/** The connection broke while something was written to it or read. */
const brokenCodes: ReadonlySet<unknown> = new Set(["ECONNRESET", "EPIPE"]);

/** Whether an error says that the database can't be reached just now, rather than that a query was wrong. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("code" in error && "syscall" in error === false && awayCodes.has(error.code)) return true;
  if ("syscall" in error && error.syscall === "connect") return true;
  if ("code" in error && brokenCodes.has(error.code)) return true;
  return /^(Connection terminated|timeout exceeded when trying to connect)/.test(error.message);
}
