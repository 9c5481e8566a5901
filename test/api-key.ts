import { createHash, randomBytes } from "node:crypto";
import { newId, uuidOf } from "#platform";
import type { TestSite } from "./site.ts";

/** The key of another system, as `holdfast api-keys new` prints one: a row alone, for tests of what such a system asks. */
export async function openTestApiKey(
  site: Pick<TestSite, "opened" | "time">,
  scope: string,
): Promise<string> {
  const id = newId("apikey", site.time.now);
  const secret = randomBytes(32);
  await site.opened.database.query(
    "insert into accounts.api_keys (id, name, scopes, secret_hash, made_at) values ($1, 'crm', $2, $3, $4)",
    [uuidOf(id), [scope], createHash("sha256").update(secret).digest(), site.time.now],
  );
  return `${id.replace("apikey_", "hf_")}_${secret.toString("base64url")}`;
}
