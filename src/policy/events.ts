import { type EventKind, editionKind } from "#ledger";

/** The desk keeps to another edition of the policy bundle. */
export const policyAdopted = editionKind("policy.edition_adopted");

export const policyEventKinds: readonly EventKind[] = [policyAdopted];
