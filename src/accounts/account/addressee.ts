import type { Addressee } from "#outbox";
import type { Queryable } from "#platform";
import { publicIdIn } from "./public-id.ts";
import { accountOf, clientByPublicId, emailOf } from "./store.ts";

/** Where messages to the client with a public account id go; undefined when no open account has it. */
export async function addresseeOf(
  typed: string,
  queryable: Queryable,
): Promise<Addressee | undefined> {
  const publicId = publicIdIn(typed);
  const client = publicId && (await clientByPublicId(queryable, publicId));
  const account = client && (await accountOf(queryable, client));
  if (!account) return undefined;
  const email = await emailOf(queryable, client);
  return { is: "client", id: client, language: account.language, ...(email && { email }) };
}
