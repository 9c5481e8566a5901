/**
 * Terminology. *Official contact*: a way to reach the firm or be reached by it, listed in the signed *directory*.
 * *Verdict*: what the checker says of an input. *Reason*: one fact behind a verdict. `ours` is given only for an
 * exact match on the canonical form, never for a likeness.
 */
export type Verdict =
  | "ours"
  | "ours_never_proof"
  | "ours_inbound_only"
  | "was_ours"
  | "imitates_us"
  | "reported"
  | "not_ours"
  | "unreadable"
  /** The code of a message, perhaps: we tell only the one whom we sent it. */
  | "ask_signed_in";

/** Worst first: where an input has several parts, the worst verdict is the whole's. */
export const worstFirst = [
  "imitates_us",
  "reported",
  "was_ours",
  "not_ours",
  "unreadable",
  "ask_signed_in",
  "ours_inbound_only",
  "ours_never_proof",
  "ours",
] as const satisfies readonly Verdict[];

/** What an input was read as. */
export const inputKinds = [
  "phone",
  "link",
  "host",
  "email",
  "handle",
  "sms_sender",
  "app",
  "postal_address",
  "wallet_address",
  "outbox_code",
  "message",
  "raw_mail",
  "unknown",
] as const;

export type InputKind = (typeof inputKinds)[number];

/**
 * A reason by its stable code; its sentence is `reason.<code>` in the message catalogue. In `values`, a `date` or `day`
 * is one of ISO 8601 in UTC and a phone number is in E.164: the sentence writes them as people do.
 */
export type Reason = { code: string; values?: Record<string, string> };

/** Reasons for experts: a page shows them apart from those that everybody needs. */
export const technicalReasons: ReadonlySet<string> = new Set(["mail_authentication"]);

export type Finding = {
  input: string;
  kind: InputKind;
  /** The canonical form that was looked up, shown to the person so that they see what we saw. */
  readAs: string;
  verdict: Verdict;
  /** What is imitated: the official contact, or the brand where no single contact is meant. */
  imitates?: string;
  reasons: Reason[];
  /** The single contacts found in a message or a mail, each judged for itself. */
  parts?: Finding[];
};

/** What an input imitates, and why we say so. */
export type Imitation = { imitates: string; reasons: Reason[] };
