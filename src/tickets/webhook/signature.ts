import { createSecretKey, hkdfSync, type KeyObject } from "node:crypto";
import { seal, unseal } from "#keys";
import { type Id, idBytes } from "#platform";

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
