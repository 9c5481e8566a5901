import type { Keykeeper } from "#keys";
import { referencePlace } from "../field.ts";

/** What a client is found by whom the firm's own systems call so: a keyed hash, which is all that is kept of it. */
export async function referenceOf(
  { keykeeper }: { keykeeper: Pick<Keykeeper, "blindIndex"> },
  id: string,
): Promise<Uint8Array> {
  const index = await keykeeper.blindIndex({ ...referencePlace, value: id });
  if (!index) throw new Error("references have no blind index");
  return index;
}
