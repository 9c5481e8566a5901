import { InvalidInput } from "#platform";
import { lowerAscii } from "./ascii.ts";
import type { Contact, ContactType } from "./directory.ts";
import { canonicalHandle, canonicalNetwork } from "./handle.ts";
import { readHost } from "./host.ts";
import { internationalNumber } from "./phone.ts";
import { canonicalSender } from "./sender.ts";

/** A contact as it is looked up: equal keys are the same contact. `host` is the one of a site or a mail domain. */
export type Canonical = { key: string; host?: string };

/**
 * The canonical form of a directory's entry.
 * @throws {InvalidInput} `contact_invalid`, when the value isn't what its type says, or would claim too much
 */
export function canonicalContact(contact: Pick<Contact, "type" | "value" | "network">): Canonical {
  const { type, value } = contact;
  switch (type) {
    case "phone":
      return { key: keyOf("phone", phoneIn(value)) };
    case "email": {
      const address = addressIn(value);
      return { key: keyOf("email", address), host: address.slice(address.indexOf("@") + 1) };
    }
    case "email_domain":
    case "domain": {
      const host = hostIn(type, value);
      return { key: keyOf(type, host), host };
    }
    case "origin":
      return { key: keyOf("origin", originIn(value)) };
    case "handle":
      return { key: handleKey(networkIn(contact), value) };
    case "app":
      return { key: keyOf("app", value.trim()) };
    case "sms_sender":
      return { key: keyOf("sms_sender", canonicalSender(value)) };
    case "postal_address":
      return { key: keyOf("postal_address", canonicalPostalAddress(value)) };
  }
}

export function keyOf(type: ContactType, canonical: string): string {
  return `${type}:${canonical}`;
}

/** The key of an account, whose network is needed: the same name elsewhere is somebody else's. */
export function handleKey(network: string, name: string): string {
  const canonical = canonicalNetwork(network);
  return keyOf("handle", `${canonical}/${canonicalHandle(canonical, name)}`);
}

/** An address of paper mail, whatever its line breaks, commas and capitals. */
export function canonicalPostalAddress(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s,;.]+/g, " ")
    .trim();
}

/** The parts of a mail address; its host isn't read yet. Undefined when it isn't one plain address. */
export function splitAddress(text: string): { local: string; domain: string } | undefined {
  const [, local, domain] =
    /^([^\s@"<>(),:;\\[\]\p{Cc}]{1,64})@([^\s@/?#\p{Cc}]{1,255})$/u.exec(text) ?? [];
  return local === undefined || domain === undefined ? undefined : { local, domain };
}

/**
 * The part before the `@` in letters that nobody can take for others and that no program reads as anything else: `%`
 * stands for another letter in a link, and `!` and `%` once led on to another server.
 */
export function isPlainLocal(local: string): boolean {
  return /^[a-z0-9_+='~-]+(?:\.[a-z0-9_+='~-]+)*$/i.test(local);
}

function phoneIn(value: string): string {
  const number = internationalNumber(value)?.number;
  if (number) return number;
  throw refused("phone", value, "Write it with its country code, like +12025550100.");
}

function addressIn(value: string): string {
  const address = splitAddress(value.trim());
  if (!address || !isPlainLocal(address.local))
    throw refused("email", value, "Write it like help@larkmoor.example.");
  return `${lowerAscii(address.local)}@${hostIn("email", address.domain)}`;
}

/** A whole public suffix (`pages.dev`) would make every stranger's site there the firm's own. */
function hostIn(type: ContactType, value: string): string {
  const host = readHost(value.trim());
  if (host.kind !== "host" || host.isIp || !host.registrable) {
    throw refused(type, value, "Write a host name of the firm's own, like larkmoor.example.");
  }
  return host.host;
}

function originIn(value: string): string {
  const link = URL.canParse(value) ? new URL(value) : undefined;
  if (link?.protocol === "https:" && link.origin === value.trim().replace(/\/$/, "")) {
    hostIn("origin", link.hostname);
    return link.origin;
  }
  throw refused("origin", value, "Write it like https://larkmoor.example, with nothing behind it.");
}

function networkIn(contact: Pick<Contact, "value" | "network">): string {
  if (contact.network) return contact.network;
  throw refused("handle", contact.value, 'Add its network, like "network": "x".');
}

function refused(type: ContactType, value: string, remedy: string): InvalidInput {
  return new InvalidInput("contact_invalid", `"${value}" can't be listed as ${type}. ${remedy}`);
}
