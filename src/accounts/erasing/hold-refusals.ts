import { HoldfastError, InvalidInput } from "#platform";

export class WrongHoldReason extends InvalidInput {
  constructor(most: number) {
    super("wrong_hold_reason", `Say why, in 1 to ${most} letters. The case's number is enough.`);
  }
}

/** A button that is pressed twice places one hold. */
export class HeldForThis extends HoldfastError {
  readonly code = "held_for_this";
  readonly refusal = "conflict";
  constructor() {
    super("A legal hold for this case stands on this client already. There is nothing to do.");
  }
}

/** A button that is pressed twice asks once, and so do two of counsel. */
export class LiftAsked extends HoldfastError {
  readonly code = "lift_asked";
  readonly refusal = "conflict";
  constructor() {
    super(
      "A second person was asked already to lift this hold, and hasn't decided yet. Wait for that: who asked can take it back at /staff/approvals, and then you can ask anew.",
    );
  }
}
