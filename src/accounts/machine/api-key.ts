import { z } from "@hono/zod-openapi";
import type { EventKind } from "#ledger";
import {
  type Actor,
  type Database,
  HoldfastError,
  type Id,
  InvalidInput,
  isId,
  newId,
  type Queryable,
  type Transaction,
  transaction,
} from "#platform";
import type { Desk } from "../desk.ts";
import { hashOf, isSecretOf, newSecret } from "../session/index.ts";
import { isScope, type Scope, scopes } from "./scope.ts";
import { insertApiKey, keptApiKey, listApiKeys, markKeyUsed, revokeApiKey } from "./store.ts";

const usedEveryMs = 60_000;
const nameCharactersMax = 60;
const keyForm = /^hf_([0-9a-z]{26})_([A-Za-z0-9_-]{43})$/;

/** A key of one of the firm's own systems. Its secret is shown once, when it is made. */
export type ApiKey = {
  id: Id<"apikey">;
  /** Which system has it. */
  name: string;
  scopes: readonly Scope[];
  madeAt: Date;
  madeBy: Id<"staff"> | undefined;
  usedAt: Date | undefined;
  revokedAt: Date | undefined;
};

const details = z.strictObject({
  key: z.string().startsWith("apikey_"),
  scopes: z.array(z.string()),
});

export const apiKeyMade: EventKind<z.infer<typeof details>> = {
  name: "accounts.api_key_made",
  version: 1,
  columns: {},
  details,
};

export const apiKeyRevoked: EventKind<{ key: string }> = {
  name: "accounts.api_key_revoked",
  version: 1,
  columns: {},
  details: z.strictObject({ key: z.string().startsWith("apikey_") }),
};

export class WrongApiKeyName extends InvalidInput {
  constructor() {
    super(
      "wrong_api_key_name",
      `Name the system that gets the key, in 1 to ${nameCharactersMax} characters.`,
    );
  }
}

export class WrongScopes extends InvalidInput {
  constructor(given: readonly string[]) {
    const known = Object.keys(scopes).join(", ");
    super(
      "wrong_scopes",
      `"${given.join(", ").slice(0, 200)}" are no scopes. Give at least one of: ${known}.`,
    );
  }
}

export class NoSuchApiKey extends HoldfastError {
  readonly code = "no_such_api_key";
  readonly refusal = "not_found";
  constructor(id: string) {
    super(`There is no API key ${id.slice(0, 60)} that could be revoked.`);
  }
}

type Where = Pick<Desk, "database" | "appender">;

/** Makes a key. @returns what the other system sends, shown this once. @throws {WrongScopes} {WrongApiKeyName} */
export async function makeApiKey(
  { database, appender }: Where,
  by: Actor,
  asked: { name: string; scopes: readonly string[] },
  now: Date,
): Promise<{ key: ApiKey; token: string }> {
  const name = asked.name.trim();
  if (name.length === 0 || name.length > nameCharactersMax) throw new WrongApiKeyName();
  const given = [...new Set(asked.scopes)];
  if (given.length === 0 || !given.every(isScope)) throw new WrongScopes(asked.scopes);
  const secret = newSecret();
  const key: ApiKey = {
    ...{ id: newId("apikey", now), name, scopes: given, madeAt: now },
    ...{ madeBy: by.is === "staff" ? by.id : undefined, usedAt: undefined, revokedAt: undefined },
  };
  await transaction(database, async (joining) => {
    await insertApiKey(joining, key, hashOf(secret));
    const event = { kind: apiKeyMade, details: { key: key.id, scopes: given } };
    await appender.append(by, event, now, joining);
  });
  return { key, token: `hf_${key.id.slice("apikey_".length)}_${secret.toString("base64url")}` };
}

/** From now on the key opens nothing. @throws {NoSuchApiKey} also when it was revoked before */
export async function endApiKey(
  { database, appender }: Where,
  by: Actor,
  id: string,
  now: Date,
): Promise<void> {
  if (!isId("apikey", id)) throw new NoSuchApiKey(id);
  await transaction(database, async (joining) => {
    if (!(await revokeApiKey(joining, id, by.is === "staff" ? by.id : undefined, now))) {
      throw new NoSuchApiKey(id);
    }
    await appender.append(by, { kind: apiKeyRevoked, details: { key: id } }, now, joining);
  });
}

/** Revokes every key that somebody made: who leaves takes none along. @returns how many */
export async function endApiKeysOf(
  { appender }: Pick<Desk, "appender">,
  by: Actor,
  staff: Id<"staff">,
  now: Date,
  joining: Transaction,
): Promise<number> {
  const all = await listApiKeys(joining);
  const theirs = all.filter(({ madeBy, revokedAt }) => madeBy === staff && !revokedAt);
  for (const { id } of theirs) {
    await revokeApiKey(joining, id, by.is === "staff" ? by.id : undefined, now);
    await appender.append(by, { kind: apiKeyRevoked, details: { key: id } }, now, joining);
  }
  return theirs.length;
}

/** Every key that there was, the newest first. */
export async function apiKeys(queryable: Queryable): Promise<ApiKey[]> {
  return await listApiKeys(queryable);
}

/** The key that a system sent, when it is one of ours and wasn't revoked. */
export async function apiKeyIn(
  database: Database,
  token: string,
  now: Date,
): Promise<ApiKey | undefined> {
  const [, idText = "", secretText = ""] = keyForm.exec(token) ?? [];
  const id = `apikey_${idText}`;
  const secret = Buffer.from(secretText, "base64url");
  if (!isId("apikey", id)) return undefined;
  const kept = await keptApiKey(database, id);
  if (!kept || !isSecretOf(kept.secretHash, secret) || kept.key.revokedAt) return undefined;
  const { usedAt } = kept.key;
  if (!usedAt || now.getTime() - usedAt.getTime() >= usedEveryMs) {
    await markKeyUsed(database, id, now);
  }
  return kept.key;
}
