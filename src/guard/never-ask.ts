/** What the firm never asks a client for, on any channel. Stable ids: policy words them, events and pages name them. */
export const neverAskIds = [
  "username",
  "password",
  "two_factor_code",
  "device_approval_code",
  /** Wallet addresses, seed words and private keys. */
  "wallet_secret",
  "master_key",
  "remote_access",
  /** To remove, lower or switch off a protection. */
  "weaken_security",
] as const;

export type NeverAskId = (typeof neverAskIds)[number];
