import type { Queryable } from "./database.ts";

/**
 * Until the transaction ends, whoever else holds this name waits, in every process.
 * @param name what is held, such as `watch.cases`, or `brief` and its id
 */
export async function hold(joining: Queryable, name: string): Promise<void> {
  await joining.query("select pg_advisory_xact_lock(hashtextextended($1::text, 0))", [name]);
}
