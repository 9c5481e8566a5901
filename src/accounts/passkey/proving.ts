import type { Id, Transaction } from "#platform";
import { markUsed } from "../factor/index.ts";
import { assertionIn, type Ceremony, ownerIn, verifiedUse } from "./ceremony.ts";
import type { NewPasskey } from "./passkey.ts";
import { PasskeyRefused } from "./refusals.ts";
import { countUse, passkeyByCredential } from "./store.ts";

/** A client who has just proven to have a passkey. */
export type Proven = {
  client: Id<"client">;
  factor: Id<"factor">;
  use: Pick<NewPasskey, "counter" | "isBackedUp">;
};

/**
 * Who answers with a passkey: anybody, or only one client.
 * @param answer what the browser sent, as JSON
 * @throws {PasskeyTooLate} {PasskeyRefused}
 */
export async function provenBy(
  ceremony: Ceremony,
  answer: string,
  only?: Id<"client">,
): Promise<Proven> {
  const assertion = assertionIn(answer);
  const said = ownerIn("client", assertion) ?? only;
  const client = only && said !== only ? undefined : said;
  const credentialId = Buffer.from(assertion.id, "base64url");
  const passkey = client && (await passkeyByCredential(ceremony.database, client, credentialId));
  const use = await verifiedUse(ceremony, assertion, passkey);
  if (!client || !passkey) throw new PasskeyRefused();
  return { client, factor: passkey.factor, use };
}

/** Writes a proof's use down; of two with the same counter, one passes. @throws {PasskeyRefused} */
export async function noteUse(
  joining: Transaction,
  { client, factor, use }: Proven,
  now: Date,
): Promise<void> {
  if (!(await countUse(joining, client, factor, use))) throw new PasskeyRefused();
  await markUsed(joining, client, factor, now);
}
