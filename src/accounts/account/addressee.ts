import type { Addressee } from "#outbox";
import type { Id, Queryable } from "#platform";
import { publicIdIn } from "./public-id.ts";
import { accountOf, clientByPublicId, emailOf } from "./store.ts";

/** Where messages to the client with a public account id go; undefined when no open account has it. */
export async function addresseeOf(
  typed: string,
  queryable: Queryable,
): Promise<Addressee | undefined> {
  const publicId = publicIdIn(typed);
  const client = publicId && (await clientByPublicId(queryable, publicId));
  return client ? await addresseeById(client, queryable) : undefined;
}

/** Where messages to a client go; undefined for who has no account. */
export async function addresseeById(
  client: Id<"client">,
  queryable: Queryable,
): Promise<Addressee | undefined> {
  const account = await accountOf(queryable, client);
  if (!account) return undefined;
  const email = await emailOf(queryable, client);
  return { is: "client", id: client, language: account.language, ...(email && { email }) };
}
