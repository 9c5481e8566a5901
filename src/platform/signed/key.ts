import { z } from "@hono/zod-openapi";
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from "jose";
import { InvalidInput } from "../errors.ts";

export const algorithm = "EdDSA";

const coordinate = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const publicKeySchema = z.strictObject({
  kty: z.literal("OKP"),
  crv: z.literal("Ed25519"),
  x: coordinate,
  /** What the key is for, in words; never signed and never trusted. */
  note: z.string().max(500).optional(),
});
const privateKeySchema = publicKeySchema.extend({ d: coordinate });

/** An Ed25519 key as a JWK (RFC 8037). */
export type PublicKey = z.infer<typeof publicKeySchema>;
export type PrivateKey = z.infer<typeof privateKeySchema>;

export class KeyInvalid extends InvalidInput {
  constructor(half: "public" | "private") {
    super(
      "key_invalid",
      `This isn't an Ed25519 ${half} key (JWK). Make a pair with: holdfast key NAME`,
    );
  }
}

export class KeyIsPrivate extends InvalidInput {
  constructor() {
    super(
      "key_is_private",
      "This file holds a private key. Give the public key's file; the private one stays offline.",
    );
  }
}

/** A new Ed25519 pair as JWKs. */
export async function makeKeyPair(): Promise<{ publicKey: PublicKey; privateKey: PrivateKey }> {
  const pair = await generateKeyPair(algorithm, { crv: "Ed25519", extractable: true });
  const privateKey = privateKeySchema.parse(await exportJWK(pair.privateKey));
  return { publicKey: publicOf(privateKey), privateKey };
}

function publicOf({ kty, crv, x }: PrivateKey | PublicKey): PublicKey {
  return { kty, crv, x };
}

/** A key's id is its thumbprint (RFC 7638), so nobody can give a key another's name. */
export function keyIdOf({ kty, crv, x }: PublicKey | PrivateKey): Promise<string> {
  return calculateJwkThumbprint({ kty, crv, x });
}

/** @throws {KeyIsPrivate} a verifier has no business with a private key; @throws {KeyInvalid} */
export function readPublicKey(json: unknown): PublicKey {
  if (privateKeySchema.safeParse(json).success) throw new KeyIsPrivate();
  const key = publicKeySchema.safeParse(json);
  if (!key.success) throw new KeyInvalid("public");
  return publicOf(key.data);
}

/** @throws {KeyInvalid} */
export function readPrivateKey(json: unknown): PrivateKey {
  const key = privateKeySchema.safeParse(json);
  if (!key.success) throw new KeyInvalid("private");
  const { kty, crv, x, d } = key.data;
  return { kty, crv, x, d };
}
