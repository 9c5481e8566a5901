import { createHmac, type KeyObject, timingSafeEqual } from "node:crypto";
import { type Id, idBytes, idFrom } from "#platform";

const idLength = 16;
const tagLength = 16;

/**
 * What stands in the address of a single-use link: the link's id, and what only we can make of it. Nothing that opens
 * a link lies in the database, and a mail that is sent again says the same.
 */
export class LinkTokens {
  readonly #key: KeyObject;

  constructor(key: KeyObject) {
    this.#key = key;
  }

  tokenFor(link: Id<"link">): string {
    const bytes = idBytes(link);
    return Buffer.concat([bytes, this.#tagOf(bytes)]).toString("base64url");
  }

  /** The link of a token; undefined when we didn't make it. */
  linkIn(token: string): Id<"link"> | undefined {
    const bytes = Buffer.from(token, "base64url");
    if (bytes.length !== idLength + tagLength || bytes.toString("base64url") !== token) return;
    const id = bytes.subarray(0, idLength);
    if (!timingSafeEqual(bytes.subarray(idLength), this.#tagOf(id))) return;
    return idFrom("link", id.toString("hex"));
  }

  #tagOf(id: Buffer): Buffer {
    return createHmac("sha256", this.#key)
      .update("holdfast/link/1")
      .update(id)
      .digest()
      .subarray(0, tagLength);
  }
}
