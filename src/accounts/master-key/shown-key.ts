import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { type Id, idBytes } from "#platform";
import type { Desk } from "../desk.ts";
import { subkey } from "../subkey.ts";
import { groupsOfKey } from "./key-text.ts";

const nonceBytes = 12;
const tagBytes = 16;
const timeBytes = 6;
/** How long a key that was shown can be confirmed. */
export const shownMinutes = 30;

/**
 * A new key on its way: it stands on the page that shows it, and in that page's form, sealed for this client. Nothing
 * of it is kept before its owner has confirmed it.
 */
export type ShownKey = { masterKey: string; shownAt: Date };

/** Seals a key for the form (AES-256-GCM). */
export function sealShown(
  key: Desk["key"],
  client: Id<"client">,
  { masterKey, shownAt }: ShownKey,
): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", subkey(key, "shown master keys"), nonce);
  cipher.setAAD(idBytes(client));
  const time = Buffer.alloc(timeBytes);
  time.writeUIntBE(shownAt.getTime(), 0, timeBytes);
  const sealed = Buffer.concat([cipher.update(time), cipher.update(masterKey), cipher.final()]);
  return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString("base64url");
}

/** The key that a form brings back; undefined when it isn't ours, is another client's, or is too old. */
export function openShown(
  key: Desk["key"],
  client: Id<"client">,
  sealed: string,
  now: Date,
): ShownKey | undefined {
  const bytes = Buffer.from(sealed.slice(0, 200), "base64url");
  if (bytes.length <= nonceBytes + timeBytes + tagBytes) return undefined;
  const nonce = bytes.subarray(0, nonceBytes);
  const decipher = createDecipheriv("aes-256-gcm", subkey(key, "shown master keys"), nonce);
  decipher.setAAD(idBytes(client));
  decipher.setAuthTag(bytes.subarray(-tagBytes));
  let plain: Buffer;
  try {
    const body = bytes.subarray(nonceBytes, -tagBytes);
    plain = Buffer.concat([decipher.update(body), decipher.final()]);
  } catch {
    return undefined;
  }
  const shownAt = new Date(plain.readUIntBE(0, timeBytes));
  const ageMs = now.getTime() - shownAt.getTime();
  if (ageMs < 0 || ageMs >= shownMinutes * 60_000) return undefined;
  return { masterKey: plain.toString("utf8", timeBytes), shownAt };
}

/** Which group of a key is asked for to confirm it, counted from 1: it differs from key to key, and stays for one. */
export function askedGroup({ shownAt }: ShownKey): number {
  return 2 + (shownAt.getTime() % (groupsOfKey - 1));
}
