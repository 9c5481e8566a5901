import type { StoredEmail } from "#outbox";
import type { Id } from "#platform";

/** A client's account. */
export type Account = {
  client: Id<"client">;
  /** What the client tells support; see `newPublicId`. */
  publicId: string;
  /** The language that we write in, a BCP 47 tag. */
  language: string;
  openedAt: Date;
  standing: Standing;
};

export type Standing =
  /** Signed up, and not confirmed. */
  { is: "pending" } | { is: "active"; since: Date } | { is: "closed"; at: Date };

/** A confirmed e-mail address as it is kept; only the outbox has it decrypted, to send. */
export type AccountEmail = StoredEmail & { mask: string; confirmedAt: Date | undefined };

export const emailTable = "accounts.emails";
export const emailField = "email";
