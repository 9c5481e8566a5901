import { z } from "@hono/zod-openapi";
import type { EventKind } from "#ledger";
import type { Id } from "#platform";
import type { Direction } from "../lock/index.ts";

/**
 * Every change that is made to how an account is protected, and which way it goes (`Direction`). What tightens always
 * goes; everything else can be taken back for a while, and is told on every channel with a link that does so.
 */
export const changes = {
  account_activated: "tightening",
  passkey_added: "loosening",
  passkey_removed: "loosening",
  passkey_renamed: "tightening",
  authenticator_added: "loosening",
  authenticator_removed: "loosening",
  password_changed: "loosening",
  password_removed: "tightening",
  password_reset: "loosening",
  recovery_codes_made: "loosening",
  /** A recovery was begun with one of the codes: that ends the others, also under a settings lock. */
  recovery_codes_replaced: "always",
  recovery_code_used: "always",
  recovery_begun: "always",
  recovery_cancelled: "tightening",
  recovery_done: "always",
  email_change_begun: "loosening",
  email_changed: "loosening",
  master_key_made: "loosening",
  master_key_removed: "loosening",
  master_key_used: "always",
  settings_locked: "tightening",
  settings_unlock_begun: "unlocking",
  settings_unlock_stopped: "tightening",
  settings_unlocked: "unlocking",
  account_locked: "tightening",
  account_unlocked: "always",
  withdrawal_address_added: "loosening",
  withdrawal_address_confirmed: "loosening",
  withdrawal_address_removed: "tightening",
  device_approved: "always",
  devices_removed: "tightening",
  sessions_ended: "tightening",
  account_close_begun: "loosening",
  account_kept: "tightening",
  account_closed: "always",
  change_undone: "tightening",
  /** One of the firm's other systems made it, and says so. */
  changed_elsewhere: "always",
} as const satisfies Record<string, Direction>;

export type ChangeName = keyof typeof changes;

export type ChangeDetails = {
  change: string;
  /** What it is about: a factor, a device, a lock. */
  subject?: string | undefined;
  /** Until when, where it has a delay; milliseconds since 1970. */
  until?: number | undefined;
};

const details = z.strictObject({
  change: z.string(),
  subject: z.string().optional(),
  until: z.int().optional(),
});

/** The event that says that a change was made. */
export function changeEvent(name: ChangeName): EventKind<ChangeDetails> {
  const kind = changeEventKinds.find((known) => known.name === `accounts.${name}`);
  if (!kind) throw new Error(`there is no event for ${name}`);
  return kind;
}

export const changeEventKinds: readonly EventKind<ChangeDetails>[] = Object.keys(changes).map(
  (name) => ({
    name: `accounts.${name}`,
    version: 1,
    columns: { client: "required" },
    details,
  }),
);

/** A change as it is kept. */
export type Change = {
  client: Id<"client">;
  id: Id<"change">;
  kind: ChangeName;
  madeAt: Date;
  session: Id<"session"> | undefined;
  undoUntil: Date | undefined;
  undoneAt: Date | undefined;
};
