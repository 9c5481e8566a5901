/** What is removed from messages. Stable ids: reports, pages and placeholders name them. */
export const secretTypes = [
  "seed_phrase",
  "private_key",
  "password",
  "two_factor_code",
  "device_approval_code",
  "master_key",
  "api_key",
  "card_number",
  "iban",
  "ssn",
  "passport_number",
] as const;

export type SecretType = (typeof secretTypes)[number];

/** A secret in a text: from `start` up to `end`, in UTF-16 units. */
export type Secret = { type: SecretType; start: number; end: number };

/** Where a seed phrase stands. */
export function asSeed(span: Omit<Secret, "type">): Secret {
  return { type: "seed_phrase", ...span };
}

const namesOfTypes: Readonly<Record<SecretType, string>> = {
  seed_phrase: "seed phrase",
  private_key: "private key",
  password: "password",
  two_factor_code: "two-factor code",
  device_approval_code: "device approval code",
  master_key: "master key",
  api_key: "API key",
  card_number: "card number",
  iban: "IBAN",
  ssn: "social security number",
  passport_number: "passport number",
};

/** What stands where a secret stood. It shows no character of it. */
export function placeholderOf(type: SecretType): string {
  return `[${namesOfTypes[type]} removed]`;
}

/** Finds every placeholder in a text. */
export const placeholders: RegExp = new RegExp(
  `\\[(?:${Object.values(namesOfTypes).join("|")}) removed\\]`,
  "gi",
);
