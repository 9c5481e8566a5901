import { createHmac, hkdfSync } from "node:crypto";
import type { TestSite } from "./site.ts";

export type Proofs = Partial<Record<"passkey" | "authenticator" | "password", Date | null>>;

/** What a session's row keeps of the secret in its cookie: what the site makes of it with its own key. */
export function sessionHashOf(
  { accounts }: Pick<TestSite, "accounts">,
  cookie: string,
  proven: Proofs,
): Buffer {
  const [holder = "", id = "", secret = ""] = cookie.replace("session=", "").split(".");
  const info = "holdfast/accounts/session secrets/1";
  const key = Buffer.from(hkdfSync("sha256", accounts.desk.key, Buffer.alloc(0), info, 32));
  const { passkey, authenticator, password } = proven;
  const times = [passkey, authenticator, password, undefined];
  return createHmac("sha256", key)
    .update(`${holder} ${id} ${times.map((at) => at?.toISOString() ?? "").join(" ")}\n`)
    .update(Buffer.from(secret, "base64url"))
    .digest();
}
