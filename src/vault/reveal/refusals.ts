import { HoldfastError } from "#platform";

/** The rules said no; which ones stands in the event too. */
export class AccessDenied extends HoldfastError {
  readonly code = "access_denied";
  readonly refusal = "forbidden";
  readonly rules: readonly string[];
  /** It was a question to be answered with yes or no: they are counted for each client, whoever asks. */
  readonly isTest: boolean;
  constructor(rules: readonly string[], isTest = false) {
    super(
      `You can't see this (${rules.join(", ")}). Ask the client for it; the attempt is written down.`,
    );
    this.rules = rules;
    this.isTest = isTest;
  }
}

/** The rules said yes, and there is nothing. */
export class NothingStored extends HoldfastError {
  readonly code = "nothing_stored";
  readonly refusal = "not_found";
  constructor() {
    super("Nothing is stored in this field of this client. Ask the client.");
  }
}

/** The event couldn't be written down, so nothing is shown. */
export class LogUnavailable extends HoldfastError {
  readonly code = "log_unavailable";
  readonly refusal = "unavailable";
  constructor(cause: unknown) {
    super(
      "The log can't be written just now, so nothing is shown. Try again in a moment; if it stays like this, tell who runs the desk.",
      { cause },
    );
  }
}
