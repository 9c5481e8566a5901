/** How much harm a field does in the wrong hands. A restricted one needs two people. */
export const classNames = ["open", "personal", "sensitive", "restricted"] as const;
export type FieldClass = (typeof classNames)[number];

/** What the desk can know of a client, each field with its class. */
export const fieldClasses = {
  name: "personal",
  email: "personal",
  phone: "personal",
  address: "sensitive",
  date_of_birth: "sensitive",
  nationality: "personal",
  id_number: "restricted",
  bank_last_four: "sensitive",
  balance: "sensitive",
  holdings_tier: "sensitive",
  flags: "open",
} as const satisfies Record<string, FieldClass>;

export type FieldName = keyof typeof fieldClasses;

export const fieldNames = Object.keys(fieldClasses) as readonly FieldName[];

/** What a ticket can be about, as purposes name it. A report of an offer to staff has no client to look at. */
export const accessTopics = [
  "account",
  "sign_in",
  "security",
  "payments",
  "withdrawals",
  "documents",
  "other",
  "scam",
] as const;
export type AccessTopic = (typeof accessTopics)[number];
