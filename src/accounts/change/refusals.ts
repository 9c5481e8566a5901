import { HoldfastError } from "#platform";

/** The settings lock blocks what loosens. It is nobody's to shorten. */
export class SettingsLocked extends HoldfastError {
  readonly code = "settings_locked";
  readonly refusal = "forbidden";
  readonly until: Date | undefined;
  constructor(until?: Date) {
    const when = until
      ? `It opens on ${until.toISOString()}.`
      : "Its owner can begin to open it; that takes the days that were chosen with it.";
    super(`This account's settings are locked, so this can't be changed now. ${when}`);
    this.until = until;
  }
}

export class AccountLocked extends HoldfastError {
  readonly code = "account_locked";
  readonly refusal = "forbidden";
  constructor() {
    super("This account is locked. Unlock it with one of your passkeys, and do it again.");
  }
}

export class AccountClosed extends HoldfastError {
  readonly code = "account_closed";
  readonly refusal = "forbidden";
  constructor() {
    super("This account is closed. Nothing in it can be changed any more.");
  }
}
