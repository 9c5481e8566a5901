import { HoldfastError } from "#platform";
import type { Proof } from "./session.ts";

/** Nobody is signed in here, or not any more. */
export class NotSignedIn extends HoldfastError {
  readonly code = "not_signed_in";
  readonly refusal = "forbidden";
  constructor() {
    super("You are not signed in, or not any more. Sign in and do it again.");
  }
}

/** What is asked for needs a fresh proof by the strongest factor. */
export class StepUpNeeded extends HoldfastError {
  readonly code = "step_up_needed";
  readonly refusal = "forbidden";
  readonly proof: Proof;
  constructor(proof: Proof) {
    super(`This needs a fresh proof by your ${proof}. Confirm that it is you and do it again.`);
    this.proof = proof;
  }
}

/** Somebody on the staff whose access is on hold. */
export class AccessOnHold extends HoldfastError {
  readonly code = "access_on_hold";
  readonly refusal = "forbidden";
  constructor() {
    super(
      "Your access to the desk is on hold while something is looked into. Nothing is decided yet. Talk to your lead.",
    );
  }
}
