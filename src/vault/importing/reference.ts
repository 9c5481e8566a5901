import type { Keykeeper } from "#keys";
import { referencePlace } from "../field.ts";

/** What a client is found by whom the firm's own systems call so: a keyed hash, which is all that is kept of it. */
export async function referenceOf(
  { keykeeper }: { keykeeper: Pick<Keykeeper, "blindIndex"> },
  id: string,
): Promise<Uint8Array> {
  return referenceIn(await keykeeper.blindIndex({ ...referencePlace, value: id }));
}

/** The same of many, each of which was read as an id. */
export async function referencesOf(
  { keykeeper }: { keykeeper: Pick<Keykeeper, "blindIndexes"> },
  ids: readonly string[],
): Promise<Uint8Array[]> {
  const asked = ids.map((value) => ({ ...referencePlace, value }));
  return (await keykeeper.blindIndexes(asked)).map(referenceIn);
}

function referenceIn(index: Uint8Array | undefined): Uint8Array {
  if (!index) throw new Error("an id has no blind index");
  return index;
}
