import type { FieldKind } from "#keys";
import type { FieldName } from "#policy";

/** Where clients' fields are stored: what every ciphertext is bound to. */
export const fieldTable = "vault.fields";

/** What the firm's own systems call a client, of which a keyed hash alone is kept. */
export const referencePlace = {
  table: "vault.clients",
  field: "reference",
  kind: "reference",
} as const;

/** What a field's value is: how it is compared, masked and found. */
export const kindOf: Readonly<Record<FieldName, FieldKind>> = {
  name: "name",
  email: "email",
  phone: "phone",
  address: "address",
  date_of_birth: "date",
  nationality: "text",
  id_number: "document",
  bank_last_four: "account",
  balance: "amount",
  holdings_tier: "text",
  flags: "text",
};
