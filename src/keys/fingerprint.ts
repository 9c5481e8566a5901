import type { KeyObject } from "node:crypto";
import { type FieldVersion, passingPrefixed } from "./additional-data.ts";
import { keyedHash } from "./keyed-hash.ts";

/** A blind index's key is named by table and field, with a dot between them: it is never this one. */
export const fingerprintKeyName = "fingerprints";

const fingerprintBytes = 16;

/** A keyed hash of the exact value in a client's field, whichever version: by it an import sees that nothing changed. */
export function fingerprint(
  key: KeyObject,
  { table, field, client }: Omit<FieldVersion, "version">,
  value: string,
): Buffer {
  const place = passingPrefixed("holdfast/fingerprint/1", client, table, field, value);
  return keyedHash(key, place).subarray(0, fingerprintBytes);
}
