import { HoldfastError } from "#platform";

/** One sentence for every answer that doesn't hold: a forger learns nothing from it. */
export class PasskeyRefused extends HoldfastError {
  readonly code = "passkey_refused";
  readonly refusal = "forbidden";
  constructor() {
    super("This passkey doesn't open an account here. Try another one, or sign in another way.");
  }
}

export class PasskeyTooLate extends HoldfastError {
  readonly code = "passkey_too_late";
  readonly refusal = "forbidden";
  constructor() {
    super("That took longer than five minutes, or was sent twice. Try it once more.");
  }
}

export class PasskeyKnown extends HoldfastError {
  readonly code = "passkey_known";
  readonly refusal = "conflict";
  constructor() {
    super("This passkey was added before. Choose another device, or another security key.");
  }
}

export class PasskeyBound extends HoldfastError {
  readonly code = "passkey_bound";
  readonly refusal = "conflict";
  constructor() {
    super(
      "This passkey can't leave this device: whoever loses the device loses the account. " +
        "Begin with one on a phone, in a password manager or on a security key; this one can be added after it.",
    );
  }
}

export class TooManyPasskeys extends HoldfastError {
  readonly code = "too_many_passkeys";
  readonly refusal = "conflict";
  constructor(most: number) {
    super(`An account has ${most} passkeys at most. Remove one that you don't use first.`);
  }
}

export class LastWayIn extends HoldfastError {
  readonly code = "last_way_in";
  readonly refusal = "conflict";
  constructor() {
    super("This is the last way to sign in to the account. Add another one first.");
  }
}

export class NoSuchPasskey extends HoldfastError {
  readonly code = "no_such_passkey";
  readonly refusal = "not_found";
  constructor() {
    super("This account has no such passkey any more. Look at the list again.");
  }
}
