import { createHash } from "node:crypto";
import { z } from "@hono/zod-openapi";
import { FlattenedSign, flattenedVerify, importJWK } from "jose";
import { InvalidInput } from "../errors.ts";
import { jsonIn } from "../files.ts";
import { algorithm, keyIdOf, type PrivateKey, type PublicKey } from "./key.ts";

const signedCharactersMax = 20_000_000;

const base64url = (charactersMax: number) =>
  z
    .string()
    .min(1)
    .max(charactersMax)
    .regex(/^[A-Za-z0-9_-]+$/);

const signedSchema = z.strictObject({
  payload: base64url(signedCharactersMax),
  protected: base64url(2_000),
  signature: base64url(200),
});

/** A signed document as it is published: a JWS in the flattened JSON form (RFC 7515 §7.2.2). */
export type SignedDocument = z.infer<typeof signedSchema>;

/**
 * What a signed document is, such as `directory`: it stands in the signed header as `typ` (RFC 7515 §4.1.9), so that
 * a key which signs several kinds can't have one taken for another.
 */
export type DocumentKind = string;

/** A signed document whose signature held. Its dates and version are not looked at yet. */
export type OpenedDocument = {
  payload: string;
  keyId: string;
  /** SHA-256 of the payload's bytes, in hex. */
  sha256: string;
};

export class NotSigned extends InvalidInput {
  constructor(kind: DocumentKind) {
    super(
      `${kind}_not_signed`,
      `This isn't a signed ${kind}: it needs payload, protected and signature. Sign one with: holdfast ${kind} sign`,
    );
  }
}

export class SignerUnknown extends InvalidInput {
  constructor(kind: DocumentKind, signer: string, trusted: string) {
    super(
      `${kind}_key_unknown`,
      `The ${kind} is signed by the key ${signer}, not by ${trusted}. Get the firm's public key from the firm itself.`,
    );
  }
}

export class SignatureBad extends InvalidInput {
  constructor(kind: DocumentKind) {
    super(
      `${kind}_signature_bad`,
      `The signature doesn't fit: the ${kind} was changed after it was signed. Don't use it; get it from the firm itself.`,
    );
  }
}

/** Signs a payload. No part of the running desk has a key to call this with: it is for commands, offline. */
export async function signDocument(
  kind: DocumentKind,
  payload: string,
  key: PrivateKey,
): Promise<SignedDocument> {
  const header = { alg: algorithm, typ: typeOf(kind), kid: await keyIdOf(key) };
  const signed = await new FlattenedSign(Buffer.from(payload))
    .setProtectedHeader(header)
    .sign(await importJWK(key, algorithm));
  return signedSchema.parse(signed);
}

/** @throws {NotSigned} */
export function readSigned(kind: DocumentKind, text: string): SignedDocument {
  const signed = signedSchema.safeParse(jsonIn(text));
  if (signed.success) return signed.data;
  throw new NotSigned(kind);
}

/** Checks a document's signature, offline. @throws {SignerUnknown | SignatureBad} */
export async function openSigned(
  kind: DocumentKind,
  signed: SignedDocument,
  key: PublicKey,
): Promise<OpenedDocument> {
  const keyId = await keyIdOf(key);
  const bytes = await verifiedBytes(kind, signed, key, keyId);
  if (bytes === undefined) {
    const signer = signerNamed(signed);
    if (signer !== undefined && signer !== keyId) throw new SignerUnknown(kind, signer, keyId);
    throw new SignatureBad(kind);
  }
  return { payload: new TextDecoder().decode(bytes), keyId, sha256: payloadDigest(signed) };
}

/** SHA-256 of the payload's bytes, in hex: what names an edition in the DNS and in the database. */
export function payloadDigest(signed: SignedDocument): string {
  return createHash("sha256").update(signed.payload, "base64url").digest("hex");
}

async function verifiedBytes(
  kind: DocumentKind,
  signed: SignedDocument,
  key: PublicKey,
  keyId: string,
): Promise<Uint8Array | undefined> {
  try {
    const imported = await importJWK(key, algorithm);
    const verified = await flattenedVerify(signed, imported, { algorithms: [algorithm] });
    const header = verified.protectedHeader;
    return header?.kid === keyId && header.typ === typeOf(kind) ? verified.payload : undefined;
  } catch {
    return undefined; // whatever the library says, it comes to one fact: this key did not sign this
  }
}

/** The key id that the header claims: only to say what is wrong, never to choose a key. */
function signerNamed(signed: SignedDocument): string | undefined {
  const header = jsonIn(Buffer.from(signed.protected, "base64url").toString());
  return z.object({ kid: z.string().max(100) }).safeParse(header).data?.kid;
}

function typeOf(kind: DocumentKind): string {
  return `holdfast-${kind}`;
}
