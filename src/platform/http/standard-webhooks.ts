import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

const secretBytes = 32; // Standard Webhooks: 24 to 64
const prefix = "whsec_";
const tolerantMs = 5 * 60_000;
const signaturesMax = 10;

/** 32 random bytes, by which another system knows that we sent it something. */
export function newWebhookSecret(): Buffer {
  return randomBytes(secretBytes);
}

/** A secret as people hand it on. */
export function printSecret(secret: Uint8Array): string {
  return prefix + Buffer.from(secret).toString("base64");
}

/** The secret in what was handed on; undefined for what is none: 24 to 64 bytes in base64, behind `whsec_`. */
export function secretIn(printed: string): Buffer | undefined {
  const [, text = ""] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(printed) ?? [];
  const bytes = Buffer.from(text, "base64");
  return bytes.length >= 24 && bytes.length <= 64 ? bytes : undefined;
}

/**
 * The headers of one try: Standard Webhooks 1.0, "Webhook Headers". Each secret in force signs the id, the time of the try and
 * the body, HMAC-SHA256.
 * @param at when it is sent: who receives it refuses what is minutes old, so that nobody sends it again later
 */
export function signedHeaders(
  id: string,
  at: Date,
  body: string,
  secrets: readonly Uint8Array[],
): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1_000));
  return {
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    "webhook-signature": secrets
      .map((secret) => signatureOf(secret, id, timestamp, body))
      .join(" "),
  };
}

/** What came with a body, as its sender wrote it. */
export type SignedHeaders = Readonly<
  Record<"webhook-id" | "webhook-timestamp" | "webhook-signature", string>
>;

/**
 * When a message was sent that this secret signed, within five minutes of now; undefined for every other. One wrong signature
 * takes as long as another. That nobody sends it again, its id says, which the caller keeps.
 */
export function sentAt(
  headers: SignedHeaders,
  body: string,
  secret: Uint8Array,
  now: Date,
): Date | undefined {
  const { "webhook-id": id, "webhook-timestamp": timestamp } = headers;
  if (!/^[\w-]{1,100}$/.test(id) || !/^\d{1,12}$/.test(timestamp)) return undefined;
  const at = new Date(Number(timestamp) * 1_000);
  if (Math.abs(now.getTime() - at.getTime()) > tolerantMs) return undefined;
  const wanted = Buffer.from(signatureOf(secret, id, timestamp, body));
  const given = headers["webhook-signature"].split(" ").slice(0, signaturesMax);
  const isSigned = given.filter((one) => {
    const bytes = Buffer.from(one);
    return bytes.length === wanted.length && timingSafeEqual(bytes, wanted);
  });
  return isSigned.length > 0 ? at : undefined;
}

function signatureOf(secret: Uint8Array, id: string, timestamp: string, body: string): string {
  const signed = `${id}.${timestamp}.${body}`;
  return `v1,${createHmac("sha256", secret).update(signed).digest("base64")}`;
}
