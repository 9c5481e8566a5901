import { payloadDigest, type SignedDocument } from "#platform";
import { readSignedPayload } from "./signature.ts";

/** RFC 1035 §3.3: one character-string of a TXT record. */
const stringBytesMax = 255;

/**
 * The TXT line that the firm puts in its DNS, so that a directory fetched from anywhere can be compared with it.
 * The signature isn't checked: the line carries a digest, and no entry is used.
 * @throws {InvalidInput} `directory_undated`, when the payload has no version or no expiry
 */
export function txtLine(signed: SignedDocument): string {
  const payload = Buffer.from(signed.payload, "base64url").toString("utf8");
  const { version, expires_at: expires } = readSignedPayload(payload);
  const line = `v=holdfast1; version=${version}; sha256=${payloadDigest(signed)}; expires=${expires}`;
  if (Buffer.byteLength(line) > stringBytesMax) throw new Error(`TXT line of ${line.length} bytes`);
  return line;
}
