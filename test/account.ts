import { randomBytes } from "node:crypto";
import { type Id, newId, uuidOf } from "#platform";
import { sessionHashOf } from "./session-row.ts";
import type { TestSite } from "./site.ts";

type Kind = "passkey" | "authenticator" | "password";

export type TestClient = {
  client: Id<"client">;
  publicId: string;
  email: string;
  /** Their factors, by kind: rows alone, without anything that could be proven. */
  factors: Readonly<Partial<Record<Kind, Id<"factor">>>>;
  /** The header of a browser that is signed in. */
  cookie: string;
  session: Id<"session">;
  /** Signs in in another browser, with what was proven just now. */
  signIn(proven?: readonly Kind[]): Promise<{ cookie: string; session: Id<"session"> }>;
};

let made = 0;

/**
 * A client with an active account, a confirmed address and rows of factors, signed in: for tests of what comes after
 * signing in. By default there is a passkey, proven just now.
 */
export async function openTestClient(
  site: TestSite,
  factors: readonly Kind[] = ["passkey"],
  proven: readonly Kind[] = factors,
): Promise<TestClient> {
  const { database } = site.opened;
  const now = site.time.now;
  const client = newId("client", now);
  made += 1;
  const email = `client-${made}@example.net`;
  const publicId = publicIdOf(made);
  await database.query(
    `insert into accounts.clients (client, public_id, language, opened_at, activated_at)
     values ($1, $2, 'en', $3, $3)`,
    [uuidOf(client), publicId, now],
  );
  await addEmail(site, client, email);
  const added: Partial<Record<Kind, Id<"factor">>> = {};
  for (const kind of factors) {
    added[kind] = newId("factor", now);
    await database.query(
      `insert into accounts.factors (client, id, kind, name, added_at, added_by)
       values ($1, $2, $3, $4, $5, $6)`,
      [uuidOf(client), uuidOf(added[kind]), kind, `My ${kind}`, now, uuidOf(newId("change", now))],
    );
  }
  const signIn = (kinds: readonly Kind[] = factors) => openTestSession(site, client, kinds);
  return { client, publicId, email, factors: added, signIn, ...(await signIn(proven)) };
}

async function addEmail(site: TestSite, client: Id<"client">, value: string): Promise<void> {
  const place = { table: "accounts.emails", field: "email", client, version: 1 };
  const { keykeeper } = site.accounts.desk;
  const { ciphertext, mask, index } = await keykeeper.encrypt({ ...place, kind: "email", value });
  await site.opened.database.query(
    `insert into accounts.emails (client, version, ciphertext, mask, index, added_at, confirmed_at)
     values ($1, 1, $2, $3, $4, $5, $5)`,
    [uuidOf(client), ciphertext, mask, index, site.time.now],
  );
}

async function openTestSession(site: TestSite, client: Id<"client">, proven: readonly Kind[]) {
  const now = site.time.now;
  const session = newId("session", now);
  const secret = randomBytes(32);
  const at = (kind: Kind) => (proven.includes(kind) ? now : null);
  const cookie = `session=${client}.${session}.${secret.toString("base64url")}`;
  const [passkey, authenticator, password] = [at("passkey"), at("authenticator"), at("password")];
  const proofs = { passkey, authenticator, password };
  await site.opened.database.query(
    `insert into accounts.sessions (holder, id, holder_kind, secret_hash, browser, network, started_at, seen_at,
       ends_at, passkey_at, authenticator_at, password_at)
     values ($1, $2, 'client', $3, 'Firefox on Linux', '192.0.2.10', $4, $4, $5, $6, $7, $8)`,
    [
      uuidOf(client),
      uuidOf(session),
      sessionHashOf(site, cookie, proofs),
      now,
      new Date(now.getTime() + 7 * 86_400_000),
      ...[passkey, authenticator, password],
    ],
  );
  return { session, cookie };
}

function publicIdOf(number: number): string {
  const text = number.toString().padStart(12, "0");
  return `${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8)}`;
}
