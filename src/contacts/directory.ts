import { z } from "@hono/zod-openapi";
import { dayOf, InvalidInput } from "#platform";

export const contactTypes = [
  "phone",
  "email",
  "email_domain",
  "domain",
  "origin",
  "handle",
  "app",
  "sms_sender",
  "postal_address",
] as const;

export type ContactType = (typeof contactTypes)[number];

const valueLengthMax = 500;
const contactsMax = 5_000;
const reportedMax = 50_000;

/** One official contact. A `domain` includes its subdomains; an `origin` is exactly scheme, host and port. */
export const contactSchema = z.strictObject({
  type: z.enum(contactTypes),
  value: z.string().min(1).max(valueLengthMax),
  /** For a handle: the network it is on, such as `x` or `telegram`. */
  network: z.string().min(1).max(50).optional(),
  /** For a phone: do we answer on it, call from it, or both? */
  direction: z.enum(["inbound_only", "outbound", "both"]).optional(),
  purpose: z.string().max(200).optional(),
  region: z.string().max(50).optional(),
  valid_from: z.iso.date().optional(),
  /** The first day (UTC) on which it is no longer ours: then the checker says "was ours until". */
  valid_to: z.iso.date().optional(),
});

/** A fake that the firm knows of: the checker answers `reported`. */
export const reportedSchema = z.strictObject({
  type: z.enum(contactTypes),
  value: z.string().min(1).max(valueLengthMax),
  network: z.string().min(1).max(50).optional(),
  reported_on: z.iso.date().optional(),
});

/** The directory as people write it, before it is signed. */
export const directorySchema = z.strictObject({
  firm: z.string().min(1).max(200),
  /** Names that a stranger would use to pass for the firm. */
  brands: z.array(z.string().min(2).max(50)).min(1).max(50),
  /** Grows with every edition; readers refuse one that is lower than the last they saw. */
  version: z.int().positive().optional(),
  issued_at: z.iso.datetime().optional(),
  expires_at: z.iso.datetime().optional(),
  contacts: z.array(contactSchema).max(contactsMax),
  reported: z.array(reportedSchema).max(reportedMax).optional(),
});

export type Contact = z.infer<typeof contactSchema>;
export type ReportedContact = z.infer<typeof reportedSchema>;
export type Directory = z.infer<typeof directorySchema>;

/**
 * Reads a directory from parsed JSON.
 * @throws {InvalidInput} `directory_invalid`, naming the first field that is wrong
 */
export function readDirectory(json: unknown): Directory {
  const read = directorySchema.safeParse(json);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  const where = issue?.path.length ? issue.path.join(".") : "the file";
  throw new InvalidInput(
    "directory_invalid",
    `This isn't a contact directory: ${where}: ${issue?.message ?? "unknown"}. Compare it with examples/larkmoor.directory.json.`,
  );
}

/** @throws {InvalidInput} `directory_not_json` or `directory_invalid` */
export function parseDirectory(text: string): Directory {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new InvalidInput(
      "directory_not_json",
      "The directory isn't JSON. Check the file's syntax.",
    );
  }
  return readDirectory(json);
}

/** When a contact is the firm's, on the day of `now` in UTC. */
export type Standing =
  | { is: "current"; contact: Contact }
  | { is: "past"; contact: Contact; until: string }
  | { is: "future"; contact: Contact; from: string };

export function standingOf(contact: Contact, now: Date): Standing {
  const { valid_from: from, valid_to: until } = contact;
  if (from === undefined && until === undefined) return { is: "current", contact };
  const today = dayOf(now);
  if (until !== undefined && today >= until) return { is: "past", contact, until };
  if (from !== undefined && today < from) return { is: "future", contact, from };
  return { is: "current", contact };
}

const rank = { current: 0, past: 1, future: 2 } as const;

/** Of several entries for one contact (it may have come back to us), the one that speaks today. */
export function bestStanding(contacts: readonly Contact[], now: Date): Standing | undefined {
  let best: Standing | undefined;
  for (const contact of contacts) {
    const standing = standingOf(contact, now);
    if (!best || rank[standing.is] < rank[best.is] || isLater(standing, best)) best = standing;
  }
  return best;
}

function isLater(standing: Standing, best: Standing): boolean {
  return standing.is === "past" && best.is === "past" && standing.until > best.until;
}

/** Whether the directory as a whole has run out. A directory without an expiry never does. */
export function hasExpired(directory: Directory, now: Date): boolean {
  return directory.expires_at !== undefined && now.getTime() >= Date.parse(directory.expires_at);
}
