import type { PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/server";
import type { HttpContext, Id, Queryable, Transaction } from "#platform";
import type { Accounts } from "../open.ts";
import type { ClientSession } from "../session/index.ts";
import { assertionIn, type Ceremony, requestOptions } from "./ceremony.ts";
import { noteUse, type Proven, provenBy } from "./proving.ts";
import { PasskeyRefused } from "./refusals.ts";
import { ceremonyOf } from "./routes-ceremony.ts";
import { passkeyByCredential, passkeysOf } from "./store.ts";

/** A client's authenticator signed what it was given; the parts are base64url, for who verifies it once more. */
export type SignedAnswer = {
  parts: {
    credential: string;
    /** COSE (RFC 9052). */
    publicKey: string;
    clientData: string;
    authenticatorData: string;
    signature: string;
  };
  proven: Proven;
};

/**
 * Asks the authenticators of a signed-in client to sign something given, such as the digest of what is agreed to.
 * @param given 32 bytes that nobody was asked to sign before
 * @param seconds how long an answer counts
 */
export async function askToSign(
  accounts: Accounts,
  context: HttpContext,
  session: ClientSession,
  given: Uint8Array,
  seconds: number,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const ceremony = await signing(accounts, context, session);
  const passkeys = await passkeysOf(accounts.desk.database, session.holder.id);
  return await requestOptions({ ...ceremony, given: { challenge: given, seconds } }, passkeys);
}

/**
 * What the client's authenticator answered. That it signed the very bytes that the caller means, the caller checks: they
 * stand in `clientData`.
 * @param answer what the browser sent, as JSON
 * @throws {PasskeyTooLate} {PasskeyRefused}
 */
export async function signedAnswer(
  accounts: Accounts,
  context: HttpContext,
  session: ClientSession,
  answer: string,
): Promise<SignedAnswer> {
  const ceremony = await signing(accounts, context, session);
  const proven = await provenBy(ceremony, answer, session.holder.id);
  const { id: credential, response } = assertionIn(answer);
  const credentialId = Buffer.from(credential, "base64url");
  const passkey = await passkeyByCredential(ceremony.database, proven.client, credentialId);
  if (!passkey) throw new PasskeyRefused();
  return {
    parts: {
      credential,
      publicKey: Buffer.from(passkey.publicKey).toString("base64url"),
      clientData: response.clientDataJSON,
      authenticatorData: response.authenticatorData,
      signature: response.signature,
    },
    proven,
  };
}

/** Writes the use of the passkey down, with what was signed. @throws {PasskeyRefused} */
export async function noteSigned(
  joining: Transaction,
  { proven }: SignedAnswer,
  now: Date,
): Promise<void> {
  await noteUse(joining, proven, now);
}

/** Whether a client can be asked to sign with a passkey. */
export async function hasPasskey(queryable: Queryable, client: Id<"client">): Promise<boolean> {
  return (await passkeysOf(queryable, client)).length > 0;
}

async function signing(
  accounts: Accounts,
  context: HttpContext,
  { id }: ClientSession,
): Promise<Ceremony> {
  return await ceremonyOf(accounts, context, "access", { is: "session", id });
}
