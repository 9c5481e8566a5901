import type { Id } from "#platform";

/** The settings lock: what loosens the account's protection waits until its owner's own delay is over. */
export type SettingsLock =
  | { is: "open" }
  | { is: "locked"; id: Id<"lock">; since: Date; days: number }
  /** Asked to open; until then everything that it blocks stays blocked. */
  | { is: "opening"; id: Id<"lock">; since: Date; days: number; until: Date };

/** The whole account is locked, by its owner or by a link in a notice; a passkey lifts it. */
export type AccountLock = { is: "none" } | { is: "locked"; id: Id<"lock">; since: Date };

/** How an account is protected just now. */
export type Protection = { settings: SettingsLock; account: AccountLock };

/**
 * Which way a change goes. `unlocking` is what the settings lock is opened with: it has a delay, or the master key, of
 * its own. `always` is what a locked account is got back with.
 */
export type Direction = "loosening" | "tightening" | "unlocking" | "always";

export type Decision =
  | { decision: "allow" }
  | { decision: "wait"; until: Date; reasons: readonly Reason[] }
  | { decision: "deny"; reasons: readonly Reason[] };

/** Why a change may not happen now: stable ids, which callers and pages rely on. */
type Reason = "settings_locked" | "account_locked" | "account_closed";

/** May a change of how the account is protected happen now? What tightens always may. */
export function decide(direction: Direction, { settings, account }: Protection): Decision {
  if (direction === "tightening" || direction === "always") return { decision: "allow" };
  if (account.is === "locked") return { decision: "deny", reasons: ["account_locked"] };
  if (direction === "unlocking" || settings.is === "open") return { decision: "allow" };
  if (settings.is === "locked") return { decision: "deny", reasons: ["settings_locked"] };
  return { decision: "wait", until: settings.until, reasons: ["settings_locked"] };
}
