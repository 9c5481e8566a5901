import type { Id, Transaction } from "#platform";
import { newPublicId } from "./public-id.ts";
import { activate, insertClient } from "./store.ts";

/**
 * An account like all others, with a public id, for a client who doesn't exist. There is no way to sign in to it.
 * @param language the language to answer in, a BCP 47 tag
 */
export async function placeAccount(
  joining: Transaction,
  client: Id<"client">,
  language: string,
  now: Date,
): Promise<void> {
  await insertClient(joining, { client, publicId: newPublicId(), language }, now);
  await activate(joining, client, now);
}
