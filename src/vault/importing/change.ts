import type { Id } from "#platform";
import type { BadLine, ClientClass, ClientLine } from "./line.ts";
import type { KnownClient } from "./store.ts";

/** Where a line's fields go: to a client who is known as `known`, or is made by this line. */
export type Target = {
  client: Id<"client">;
  reference: Uint8Array;
  class: ClientClass;
  country: string | undefined;
  known: KnownClient | undefined;
  /** The copy without an account that the account's client takes the place of. */
  replaces: Id<"client"> | undefined;
};

/** What is known of a line's id and of its account. */
export type Standing = {
  reference: Uint8Array;
  byReference: KnownClient | undefined;
  /** Of the line's account; none when nobody has it. */
  owner: { client: Id<"client">; known: KnownClient | undefined } | undefined;
};

type Refused = Pick<BadLine, "error">;

/**
 * Which client a line is about. An id is one client's and a client has one id: what contradicts that is refused.
 * @param newClient makes the id of a client whom nobody knows
 */
export function targetOf(
  { account, class: asked, country }: ClientLine,
  { reference, byReference, owner }: Standing,
  newClient: () => Id<"client">,
): Target | Refused {
  if (account === undefined) {
    const client = byReference?.client ?? newClient();
    return target({ client, reference, known: byReference, asked, country });
  }
  if (!owner) return refused("account_unknown", "No account has this public account id.");
  const { client, known } = owner;
  if (known?.reference && !Buffer.from(reference).equals(known.reference)) {
    return refused("account_known_otherwise", "This account's client is known under another id.");
  }
  if (!byReference || byReference.client === client) {
    return target({ client, reference, known, asked, country });
  }
  if (byReference.hasAccount) {
    return refused("id_known_elsewhere", "This id is that of a client with another account.");
  }
  const replaced = {
    asked: asked ?? byReference.class,
    country: country === undefined ? byReference.country : country,
  };
  return target({ client, reference, known, ...replaced, replaces: byReference.client });
}

function target({
  asked,
  country,
  replaces,
  ...rest
}: Omit<Target, "class" | "country" | "replaces"> & {
  asked: ClientClass | undefined;
  country: string | null | undefined;
  replaces?: Id<"client">;
}): Target {
  return {
    ...rest,
    class: asked ?? rest.known?.class ?? "ordinary",
    country: country === undefined ? rest.known?.country : (country ?? undefined),
    replaces,
  };
}

function refused(code: string, sentence: string): Refused {
  return { error: { code, message: `${sentence} Correct the line, or what it contradicts.` } };
}
