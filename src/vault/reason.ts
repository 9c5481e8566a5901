import type { Keykeeper } from "#keys";
import type { Id } from "#platform";

/** Where reasons stand, as their encryption is bound to: in the events of looks. */
const place = { table: "vault.reasons", field: "reason", version: 1 } as const;

/** Why somebody looks, in the own words, under the client's own key: what the event of a look keeps of it. */
export async function encryptReason(
  keykeeper: Pick<Keykeeper, "encrypt">,
  client: Id<"client">,
  words: string,
): Promise<Uint8Array> {
  const asked = { ...place, client, kind: "text", value: words } as const;
  return (await keykeeper.encrypt(asked)).ciphertext;
}
