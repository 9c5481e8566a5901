import { HoldfastError, InvalidInput } from "#platform";

/** There is none, or it isn't for who asks: one sentence for both. */
export class CaseUnknown extends HoldfastError {
  readonly code = "case_unknown";
  readonly refusal = "not_found";
  constructor() {
    super("There is no such case for you. /staff/watch lists those that there are.");
  }
}

export class CaseOver extends HoldfastError {
  readonly code = "case_over";
  readonly refusal = "conflict";
  constructor(state: string) {
    super(`The case is ${state}: somebody was quicker. Look at it as it is now.`);
  }
}

/** Something came since the page was opened that the form was sent from: nobody has read it. */
export class CaseChanged extends HoldfastError {
  readonly code = "case_changed";
  readonly refusal = "conflict";
  constructor() {
    super(
      "The case stays open: something came that this page hadn't shown you. It stands below now. Read it, then close the case.",
    );
  }
}

/** Who closed a case isn't the second person. */
export class SamePerson extends HoldfastError {
  readonly code = "same_person";
  readonly refusal = "forbidden";
  constructor() {
    super("You closed this case yourself. Somebody else looks at it a second time.");
  }
}

export class WrongReason extends InvalidInput {
  constructor(lettersMax: number) {
    super(
      "wrong_reason",
      `Write why, in 10 to ${lettersMax} letters. Name no client: the case stands beside the ledger.`,
    );
  }
}
