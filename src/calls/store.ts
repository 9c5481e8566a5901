import { type Id, type Transaction, uuidOf } from "#platform";

/** Everything that calls keep of a client. */
export async function eraseCalls(joined: Transaction, client: Id<"client">): Promise<void> {
  await joined.query("select calls.erase_client($1::uuid)", [uuidOf(client)]);
}
