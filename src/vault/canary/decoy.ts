import { createHmac, type KeyObject } from "node:crypto";
import { type Id, idBytes } from "#platform";

const numbers = 1_000_000;
const nameWordsMax = 3;
const namePartMax = 40;

/**
 * What a canary's addresses look like but for a number: `noor.haddad@example.net`. A name in other letters than Latin ones
 * leaves little of itself.
 */
export function emailForm(name: string, domain: string): string {
  const plain = name.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "");
  const words = plain.split(/[^a-z]+/).filter(Boolean);
  const local = words.slice(0, nameWordsMax).join(".").slice(0, namePartMax) || "mail";
  return `${local}@${domain.toLowerCase()}`;
}

/**
 * The address of a canary that one person sees: `noor.haddad417203@example.net`. Without the key nobody knows whose it is, or
 * that it is one.
 * @param attempt counts from 0; the next one when another person's came out the same
 */
export function decoyEmail(
  key: KeyObject,
  { client, viewer }: { client: Id<"client">; viewer: Id<"staff"> },
  form: string,
  attempt: number,
): string {
  const digest = createHmac("sha256", key)
    .update(idBytes(client))
    .update(idBytes(viewer))
    .update(Buffer.from([attempt]))
    .digest();
  const number = (digest.readUIntBE(0, 6) % numbers).toString().padStart(6, "0");
  return form.replace("@", `${number}@`);
}
