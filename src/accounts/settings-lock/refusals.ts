import { HoldfastError, InvalidInput } from "#platform";

export class WrongLockDays extends InvalidInput {
  constructor(min: number, max: number) {
    super("wrong_lock_days", `Choose a whole number of days from ${min} to ${max}.`);
  }
}

/** Without a master key there would be no way to open a lock at once: it must be there before. */
export class MasterKeyNeeded extends HoldfastError {
  readonly code = "master_key_needed";
  readonly refusal = "conflict";
  constructor() {
    super("Make a master key first: while the settings are locked, none can be made.");
  }
}

export class LockedAlready extends HoldfastError {
  readonly code = "locked_already";
  readonly refusal = "conflict";
  constructor(days: number) {
    super(`The settings are locked with ${days} days already. Choose more, or leave it as it is.`);
  }
}

export class NotLocked extends HoldfastError {
  readonly code = "not_locked";
  readonly refusal = "conflict";
  constructor() {
    super("The settings aren't locked, so there is nothing to open.");
  }
}

export class OpeningAlready extends HoldfastError {
  readonly code = "opening_already";
  readonly refusal = "conflict";
  constructor(until: Date) {
    super(`The settings are opening already, on ${until.toISOString()}. Nothing shortens that.`);
  }
}

export class NotOpening extends HoldfastError {
  readonly code = "not_opening";
  readonly refusal = "conflict";
  constructor() {
    super("Nobody is opening these settings now, so there is nothing to stop.");
  }
}
