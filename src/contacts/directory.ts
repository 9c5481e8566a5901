import { z } from "@hono/zod-openapi";

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

/** One official contact. A `domain` includes its subdomains; an `origin` is exactly scheme, host and port. */
export const contactSchema = z.strictObject({
  type: z.enum(contactTypes),
  value: z.string().min(1).max(500),
  /** For a handle: the network it is on, such as `x` or `telegram`. */
  network: z.string().min(1).max(50).optional(),
  /** For a phone: do we answer on it, call from it, or both? */
  direction: z.enum(["inbound_only", "outbound", "both"]).optional(),
  purpose: z.string().max(200).optional(),
  region: z.string().max(50).optional(),
  valid_from: z.iso.date().optional(),
  /** The first day on which it is no longer ours: then the checker says "was ours until". */
  valid_to: z.iso.date().optional(),
});

/** The directory as people write it, before it is signed. */
export const directorySchema = z.strictObject({
  firm: z.string().min(1).max(200),
  /** Names that a stranger would use to pass for the firm, lower case. */
  brands: z.array(z.string().min(2).max(50)).min(1).max(50),
  /** Grows with every edition; readers refuse one that is lower than the last they saw. */
  version: z.int().positive().optional(),
  issued_at: z.iso.datetime().optional(),
  expires_at: z.iso.datetime().optional(),
  contacts: z.array(contactSchema).max(5000),
  /** Contacts that the firm knows to be fakes: the checker answers `reported`. */
  reported: z
    .array(z.strictObject({ type: z.enum(contactTypes), value: z.string().min(1).max(500), network: z.string().optional(), reported_on: z.iso.date().optional() }))
    .max(50_000)
    .optional(),
});

export type Contact = z.infer<typeof contactSchema>;
export type Directory = z.infer<typeof directorySchema>;
