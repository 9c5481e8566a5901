import { createHmac, createSecretKey, hkdfSync, type KeyObject, randomBytes } from "node:crypto";
import { seal, unseal } from "#keys";
import { type Id, idBytes } from "#platform";

const secretBytes = 32; // Standard Webhooks: 24 to 64
const prefix = "whsec_";

/** A new secret. */
export function newWebhookSecret(): Buffer {
  return randomBytes(secretBytes);
}

/** A secret as its owner is shown it, this once. */
export function printSecret(secret: Uint8Array): string {
  return prefix + Buffer.from(secret).toString("base64");
}

/**
 * The headers of one try: Standard Webhooks 1.0, "Webhook Headers". Each secret in force signs the id, the time of the try and
 * the body, HMAC-SHA256.
 * @param at when it is sent: who receives it refuses what is minutes old, so that nobody sends it again later
 */
export function signedHeaders(
  id: Id<"webmsg">,
  at: Date,
  body: string,
  secrets: readonly Uint8Array[],
): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1_000));
  const signatures = secrets.map((secret) => {
    const signed = `${id}.${timestamp}.${body}`;
    return `v1,${createHmac("sha256", secret).update(signed).digest("base64")}`;
  });
  return {
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    "webhook-signature": signatures.join(" "),
  };
}

/** Seals webhooks' secrets by a key that the database doesn't hold; sealed for one webhook, a secret opens for no other. */
export class WebhookSealing {
  readonly #key: KeyObject;

  /** @param key the secret that the desk has beside its database */
  constructor(key: KeyObject) {
    const bytes = hkdfSync("sha256", key, Buffer.alloc(0), "holdfast/tickets/webhooks/1", 32);
    this.#key = createSecretKey(Buffer.from(bytes));
  }

  seal(webhook: Id<"webhook">, secret: Uint8Array): Buffer {
    return seal(this.#key, secret, idBytes(webhook));
  }

  /** It throws an Error for what was changed, or sealed for another webhook or by another key. */
  open(webhook: Id<"webhook">, sealed: Uint8Array): Buffer {
    const secret = unseal(this.#key, sealed, idBytes(webhook));
    if (!secret) throw new Error(`the secret of ${webhook} doesn't open`);
    return secret;
  }
}
