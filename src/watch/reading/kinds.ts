/** The events that watch reads, by their names in the ledger. */
export const eventNames = {
  revealed: "vault.revealed",
  answered: "vault.predicate_answered",
  searched: "vault.searched",
  passGiven: "vault.pass_given",
  doubted: "vault.doubted",
  decoyTouched: "vault.decoy_touched",
  assigned: "tickets.assigned",
  statusChanged: "tickets.status_changed",
  transferred: "tickets.transferred",
  merged: "tickets.merged",
  markMissing: "accounts.mark_missing",
  traceBegan: "trace.began",
} as const;
