import type { Keykeeper } from "#keys";
import { type Database, type Id, InvalidInput } from "#platform";
import { fieldTable, kindOf } from "../field.ts";
import { hasIndex } from "./store.ts";

/** Whether a client has an address or a number on file: asked of what the client wrote, and never for the staff. */
export async function isOnFile(
  { database, keykeeper }: { database: Database; keykeeper: Pick<Keykeeper, "blindIndex"> },
  client: Id<"client">,
  { type: field, value }: { type: "email" | "phone"; value: string },
): Promise<boolean> {
  const place = { table: fieldTable, field, kind: kindOf[field], value };
  try {
    const index = await keykeeper.blindIndex(place);
    return index !== undefined && (await hasIndex(database, client, field, index));
  } catch (error) {
    if (error instanceof InvalidInput && error.code === "wrong_kind") return false;
    throw error;
  }
}
