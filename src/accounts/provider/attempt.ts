import { createHash, createHmac, randomBytes } from "node:crypto";

const secretBytes = 32;

/** What a sign-in at the identity provider is bound to its browser by. All comes from one secret in its cookie. */
export type Attempt = {
  /** What the desk keeps of it: it tells none of the rest. */
  id: Buffer;
  state: string;
  nonce: string;
  /** RFC 7636. */
  codeVerifier: string;
};

export function newAttemptSecret(): Buffer {
  return randomBytes(secretBytes);
}

/** The secret as the cookie has it; undefined for anything else. */
export function attemptSecretIn(cookie: string): Buffer | undefined {
  const secret = Buffer.from(cookie, "base64url");
  return secret.length === secretBytes ? secret : undefined;
}

export function attemptOf(secret: Buffer): Attempt {
  const derived = (use: string) =>
    createHmac("sha256", secret).update(`holdfast/provider/${use}/1`).digest("base64url");
  return {
    id: createHash("sha256").update(secret).digest(),
    state: derived("state"),
    nonce: derived("nonce"),
    codeVerifier: derived("code verifier"),
  };
}
