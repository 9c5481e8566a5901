import { HoldfastError, type Id } from "#platform";

/** What a link in our mail does once it is confirmed: the client's own act, or a lock (law 5). A GET never acts. */
const linkPurposes = [
  "activate",
  "approve_device",
  "reset_password",
  "confirm_email",
  "confirm_address",
  "not_me",
  "cancel_recovery",
  "finish_recovery",
  "stop_unlock",
  "cancel_call",
] as const;

export type LinkPurpose = (typeof linkPurposes)[number];

/**
 * Links that lock or stop something: they stay when an account is locked or has another address. What others would
 * confirm is begun anew.
 */
export const lockingLinks: readonly LinkPurpose[] = [
  "not_me",
  "stop_unlock",
  "cancel_recovery",
  "cancel_call",
];

export type Link = {
  client: Id<"client">;
  id: Id<"link">;
  purpose: LinkPurpose;
  /** What it is about: a change, a device, an address; by its id's UUID. */
  subject: Id<string> | undefined;
  madeAt: Date;
  expiresAt: Date;
  usedAt: Date | undefined;
};

/** One sentence for all: whoever guesses at links learns nothing. */
export class LinkRefused extends HoldfastError {
  readonly code = "link_refused";
  readonly refusal = "not_found";
  constructor() {
    super(
      "This link was used before, is too old, or isn't ours. If you began something yourself, begin it again.",
    );
  }
}
