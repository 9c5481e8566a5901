import { HoldfastError, type Id, idFrom, nobody } from "#platform";
import { accountOf, clientByEmail, emailField, emailTable } from "../account/index.ts";
import type { Accounts } from "../open.ts";
import { passwordOf, rehashPassword } from "../password/index.ts";
import { deviceBySecret, hashOf } from "../session/index.ts";

const byAccount = { name: "passwords", requestsMax: 10, windowSeconds: 3_600 };
const byNetwork = { name: "passwords_network", requestsMax: 40, windowSeconds: 900 };

/** Who is asked for when nobody has an address: so that both ways take the same steps. */
const noClient = idFrom("client", nobody);

/** One sentence for every reason: it tells nobody whether an address is known. */
export class WrongPassword extends HoldfastError {
  readonly code = "wrong_password";
  readonly refusal = "forbidden";
  constructor() {
    super("The e-mail address and the password don't belong together. Check both and try again.");
  }
}

/** A password that was compared, and whose it is. */
export type OwnPassword = { client: Id<"client">; factor: Id<"factor"> };

/**
 * Whose password this is. For an address that nobody has, or without a password, it works exactly as long: the same
 * queries, one hash. Attempts are limited by the address that was typed, known or not, and by network. A browser that its
 * owner used before has attempts of its own, so that nobody who knows the address shuts the owner out.
 * @throws {WrongPassword} {TooManyRequests} {TooBusy}
 */
export async function clientByPassword(
  { desk, hasher }: Pick<Accounts, "desk" | "hasher">,
  typed: { email: string; password: string },
  { network, device }: { network: string; device: Buffer | undefined },
): Promise<OwnPassword> {
  await desk.limits(byNetwork)(network);
  const index = await indexOf(desk, typed.email);
  const client = (await clientByEmail(desk.database, index)) ?? noClient;
  const known = device && (await deviceBySecret(desk.database, client, hashOf(device)));
  await desk.limits(byAccount)(known?.approvedAt ? known.id : index.toString("base64"));
  const [account, kept] = await Promise.all([
    accountOf(desk.database, client),
    passwordOf(desk.database, client),
  ]);
  const isRight = await hasher.verify(typed.password, kept?.hash);
  if (!isRight || !kept || account?.standing.is !== "active") throw new WrongPassword();
  if (hasher.isOutdated(kept.hash)) {
    await rehashPassword(desk.database, client, kept, await hasher.hash(typed.password));
  }
  return { client, factor: kept.factor };
}

/** What an address is found by; for what is no address, something that nothing is found by. */
export async function indexOf(
  { keykeeper }: Pick<Accounts["desk"], "keykeeper">,
  email: string,
): Promise<Buffer> {
  const place = { table: emailTable, field: emailField, kind: "email", value: email } as const;
  const [index] = await keykeeper.blindIndexes([place]);
  return Buffer.from(index ?? []);
}
