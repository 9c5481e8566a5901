import { createSecretKey, hkdfSync, type KeyObject } from "node:crypto";
import type { Keykeeper } from "#keys";
import type { Appender } from "#ledger";
import type { Database } from "#platform";

const keyBytes = 32;

/** What canaries are placed with, also by a command. */
export type CanaryDesk = {
  database: Database;
  appender: Pick<Appender, "append">;
  keykeeper: Pick<Keykeeper, "encryptMany" | "blindIndex">;
  /** What decoy addresses are made with: `decoyKey` of the secret of accounts. */
  key: KeyObject;
};

/** A key of its own (HKDF, RFC 5869). */
export function decoyKey(secret: KeyObject): KeyObject {
  const info = "holdfast/vault/decoys/1";
  return createSecretKey(Buffer.from(hkdfSync("sha256", secret, Buffer.alloc(0), info, keyBytes)));
}
