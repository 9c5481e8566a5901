import { z } from "@hono/zod-openapi";
import type { EventKind } from "#ledger";
import { HoldfastError, type Id, InvalidInput } from "#platform";

/** Why a client is erased; each is a reason of the ledger's. */
export const clientErasureReasons = ["client_asked", "kept_long_enough", "legal_order"] as const;
export type ClientErasureReason = (typeof clientErasureReasons)[number];

/** What was asked: by its own id, so that nothing that stays names the client. */
export type Erasure = {
  id: Id<"erasure">;
  /** None when it is done. */
  client: Id<"client"> | undefined;
  reason: ClientErasureReason;
  askedBy: Id<"staff">;
  askedAt: Date;
};

/** Two people agreed that a client is erased: by it the keykeeper destroys the client's keys. It is erased with the others. */
export const clientErasureAgreed: EventKind<{ reason: string; approval: string }> = {
  name: "accounts.client_erasure_agreed",
  version: 1,
  columns: { client: "required", decision: "required" },
  details: z.strictObject({
    reason: z.enum(clientErasureReasons),
    approval: z.string().startsWith("approval_"),
  }),
};

export class AccountStillOpen extends HoldfastError {
  readonly code = "account_still_open";
  readonly refusal = "conflict";
  constructor() {
    super(
      "This account isn't closed. Its owner closes it at /account/close; then it can be erased.",
    );
  }
}

export class NoSuchAccount extends HoldfastError {
  readonly code = "no_such_account";
  readonly refusal = "not_found";
  constructor() {
    super("There is no account with this public account id. It has twelve digits.");
  }
}

export class WrongErasureReason extends InvalidInput {
  constructor() {
    super("wrong_erasure_reason", "Choose why the client is erased.");
  }
}

export function isErasureReason(text: string): text is ClientErasureReason {
  return clientErasureReasons.some((one) => one === text);
}
