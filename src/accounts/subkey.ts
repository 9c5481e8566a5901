import { createSecretKey, hkdfSync, type KeyObject } from "node:crypto";

const keyBytes = 32;

/** A key of its own for each use of the slice's secret (HKDF, RFC 5869). */
export function subkey(
  key: KeyObject,
  use:
    | "password pepper"
    | "authenticator secrets"
    | "recovery codes"
    | "master keys"
    | "session secrets"
    | "shown master keys"
    | "screen marks"
    | "screen tiles",
): KeyObject {
  const info = `holdfast/accounts/${use}/1`;
  return createSecretKey(Buffer.from(hkdfSync("sha256", key, Buffer.alloc(0), info, keyBytes)));
}
