import type { CountryCode } from "libphonenumber-js/max";
import { InvalidInput } from "#platform";
import { canonicalContact, keyOf } from "./canonical.ts";
import {
  bestStanding,
  type Contact,
  type Directory,
  type ReportedContact,
  type Standing,
} from "./directory.ts";
import { canonicalNetwork } from "./handle.ts";
import { internationalNumber, isRegion } from "./phone.ts";

/** A directory compiled for exact lookups: once, then asked many times. */
export type OpenDirectory = {
  directory: Directory;
  /** Every entry by its canonical key. */
  entries: ReadonlyMap<string, readonly Contact[]>;
  /** `domain` entries by host alone, for the busiest question. */
  domains: ReadonlyMap<string, readonly Contact[]>;
  /** The keys that make a domain one of our mail's: itself listed, or of a listed address. */
  mailDomains: ReadonlyMap<string, readonly string[]>;
  reported: ReadonlyMap<string, ReportedContact>;
  /** Official numbers in E.164, and the regions whose national formats people type. */
  numbers: readonly string[];
  regions: readonly CountryCode[];
  /** The networks that have an entry, a reported one included. */
  networks: readonly string[];
  hasApps: boolean;
  /** Milliseconds since 1970; infinite for a directory without an expiry. */
  expiresAt: number;
};

/**
 * Compiles a directory. Whether an entry is current is asked at each lookup, with its time.
 * @throws {InvalidInput} `contact_invalid` or `contact_reported`, naming the entry
 */
export function openDirectory(directory: Directory): OpenDirectory {
  const entries = new Map<string, Contact[]>();
  const domains = new Map<string, Contact[]>();
  const mailDomains = new Map<string, string[]>();
  for (const contact of directory.contacts) {
    const { key, host } = canonicalContact(contact);
    add(entries, key, contact);
    if (host === undefined) continue;
    if (contact.type === "domain") add(domains, host, contact);
    else add(mailDomains, host, key);
  }
  const reported = new Map<string, ReportedContact>();
  for (const contact of directory.reported ?? []) {
    const { key } = canonicalContact(contact);
    if (entries.has(key)) throw alsoReported(contact);
    reported.set(key, contact);
  }
  return {
    directory,
    entries,
    domains,
    mailDomains,
    reported,
    ...phonesIn(directory),
    networks: networksIn(directory),
    hasApps: directory.contacts.some((contact) => contact.type === "app"),
    expiresAt: directory.expires_at ? Date.parse(directory.expires_at) : Number.POSITIVE_INFINITY,
  };
}

/** What the directory says of a contact by its canonical key. */
export function standingOfKey(open: OpenDirectory, key: string, now: Date): Standing | undefined {
  const contacts = open.entries.get(key);
  return contacts && bestStanding(contacts, now);
}

/** What the directory says of a host: the nearest listed domain above it, itself included. */
export function standingOfHost(open: OpenDirectory, host: string, now: Date): Standing | undefined {
  for (const parent of parentsOf(host)) {
    const contacts = open.domains.get(parent);
    if (contacts) return bestStanding(contacts, now);
  }
  return undefined;
}

/** A reported domain stands for its subdomains too. */
export function reportedHost(open: OpenDirectory, host: string): ReportedContact | undefined {
  if (open.reported.size === 0) return undefined;
  for (const parent of parentsOf(host)) {
    const found = open.reported.get(keyOf("domain", parent));
    if (found) return found;
  }
  return undefined;
}

/** A host and every name above it, nearest first. */
export function* parentsOf(host: string): Generator<string> {
  for (let start = 0; start >= 0; ) {
    yield start === 0 ? host : host.slice(start);
    const dot = host.indexOf(".", start);
    start = dot < 0 ? -1 : dot + 1;
  }
}

function phonesIn(directory: Directory): Pick<OpenDirectory, "numbers" | "regions"> {
  const numbers: string[] = [];
  const regions = new Set<CountryCode>();
  for (const contact of directory.contacts) {
    const number = contact.type === "phone" ? internationalNumber(contact.value) : undefined;
    if (number) numbers.push(number.number);
    if (number?.country) regions.add(number.country);
    if (contact.region && isRegion(contact.region)) regions.add(contact.region);
  }
  if (regions.size === 0) regions.add("US");
  return { numbers, regions: [...regions] };
}

function networksIn(directory: Directory): string[] {
  const listed = [...directory.contacts, ...(directory.reported ?? [])];
  return [...new Set(listed.flatMap(({ network }) => (network ? canonicalNetwork(network) : [])))];
}

function add<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const held = map.get(key);
  if (held) held.push(value);
  else map.set(key, [value]);
}

function alsoReported(contact: ReportedContact): InvalidInput {
  return new InvalidInput(
    "contact_reported",
    `"${contact.value}" is listed as the firm's own and as reported. Remove it from one of the two lists.`,
  );
}
