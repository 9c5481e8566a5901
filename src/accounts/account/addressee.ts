import type { Keykeeper } from "#keys";
import type { Addressee } from "#outbox";
import type { Id, Queryable } from "#platform";
import { emailField, emailTable } from "./account.ts";
import { publicIdIn } from "./public-id.ts";
import { accountOf, clientByEmail, clientByPublicId, emailOf } from "./store.ts";

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

/** Whose confirmed address this is; undefined for nobody's, and for what is no address. */
export async function clientWithEmail(
  queryable: Queryable,
  keykeeper: Pick<Keykeeper, "blindIndexes">,
  value: string,
): Promise<Id<"client"> | undefined> {
  const place = { table: emailTable, field: emailField, kind: "email", value } as const;
  const [index] = await keykeeper.blindIndexes([place]);
  return index && (await clientByEmail(queryable, index));
}
