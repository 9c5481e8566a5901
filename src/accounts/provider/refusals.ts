import { HoldfastError } from "#platform";

/** One sentence for everything that doesn't hold; `reason` is for the log. */
export class ProviderRefused extends HoldfastError {
  readonly code = "provider_refused";
  readonly refusal = "forbidden";
  readonly reason: string;
  constructor(reason: string) {
    super("You were not signed in. Begin again at /staff/sign-in, in one go and in one browser.");
    this.reason = reason;
  }
}

export class ProviderAway extends HoldfastError {
  readonly code = "provider_away";
  readonly refusal = "unavailable";
  constructor() {
    super("The firm's identity provider doesn't answer. Try again in a moment.");
  }
}

/** Who signed in there is nobody here: signing in adds nobody. */
export class SubjectUnknown extends HoldfastError {
  readonly code = "subject_unknown";
  readonly refusal = "forbidden";
  constructor() {
    super(
      "The identity provider knows you, but this desk doesn't. An administrator adds you by the subject that you have there.",
    );
  }
}
