import type { Keykeeper } from "#keys";
import type { Database, Id } from "#platform";
import { fieldTable, kindOf } from "../field.ts";
import { hasIndex } from "./store.ts";

/** Whether a client has an address or a number on file: asked of what the client wrote, and never for the staff. */
export async function isOnFile(
  { database, keykeeper }: { database: Database; keykeeper: Pick<Keykeeper, "blindIndexes"> },
  client: Id<"client">,
  { type: field, value }: { type: "email" | "phone"; value: string },
): Promise<boolean> {
  const place = { table: fieldTable, field, kind: kindOf[field], value };
  const [index] = await keykeeper.blindIndexes([place]);
  return index !== undefined && (await hasIndex(database, client, field, index));
}
