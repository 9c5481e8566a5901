import { createHash, randomBytes } from "node:crypto";
import type { Database, Id } from "#platform";
import { PasskeyTooLate } from "./refusals.ts";
import { insertChallenge, takeChallenge } from "./store.ts";

export const challengeSeconds = 300;
const challengeBytes = 32;

/** What an authenticator is asked for: its answer is good for nothing else. */
export const challengePurposes = [
  "sign_up",
  "sign_in",
  "step_up",
  "add",
  "access",
  "staff_sign_in",
  "staff_step_up",
  "staff_add",
] as const;

export type ChallengePurpose = (typeof challengePurposes)[number];

/** Who is asked: a session, or before anybody is signed in a browser, by a secret in its cookie. */
export type Asker =
  | { is: "session"; id: Id<"session"> }
  | { is: "browser"; secret: Uint8Array }
  /** Whoever was sent a link, in one browser. */
  | { is: "link"; id: Id<"link">; secret: Uint8Array };

/** What an authenticator is to sign, where that isn't something random, and for how long its answer counts. */
export type Given = { challenge: Uint8Array; seconds: number };

/** Something new to sign, in base64url: for one purpose and asker, for five minutes unless it is given. */
export async function newChallenge(
  database: Database,
  purpose: ChallengePurpose,
  asker: Asker,
  now: Date,
  given?: Given,
): Promise<string> {
  const challenge = given ? Buffer.from(given.challenge) : randomBytes(challengeBytes);
  const expiresAt = new Date(now.getTime() + (given?.seconds ?? challengeSeconds) * 1_000);
  await insertChallenge(database, { challenge, purpose, asker: nameOf(asker), expiresAt });
  return challenge.toString("base64url");
}

/**
 * Uses up a challenge. It is gone before the answer is looked at, so that whoever fails begins anew.
 * @throws {PasskeyTooLate} when it was used, is too old, or was another's
 */
export async function useChallenge(
  database: Database,
  challenge: string,
  purpose: ChallengePurpose,
  asker: Asker,
  now: Date,
): Promise<void> {
  const bytes = Buffer.from(challenge, "base64url");
  const taken = { challenge: bytes, purpose, asker: nameOf(asker) };
  if (!(await takeChallenge(database, taken, now))) throw new PasskeyTooLate();
}

function nameOf(asker: Asker): Buffer {
  const hash = createHash("sha256").update(`holdfast/asker/${asker.is}/1 `);
  if (asker.is !== "browser") hash.update(asker.id);
  if (asker.is !== "session") hash.update(asker.secret);
  return hash.digest();
}
