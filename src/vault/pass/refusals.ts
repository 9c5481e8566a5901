import { HoldfastError, type Id, InvalidInput } from "#platform";

/** What was asked for isn't anything that can be asked for; `field` is where on the page. */
export class WrongAsk extends InvalidInput {
  readonly field: AskField;
  constructor(field: AskField, sentence: string) {
    super(`wrong_${field}`, sentence);
    this.field = field;
  }
}

export type AskField = "identifier" | "fields" | "purpose" | "reason" | "sealed" | "note";

/** One at a time: else somebody asks until the draw falls on a friend. */
export class AlreadyAsked extends HoldfastError {
  readonly code = "already_asked";
  readonly refusal = "conflict";
  constructor() {
    super(
      "You have asked for access already, and somebody is about to decide. Wait for the answer, or take it back at /staff/approvals.",
    );
  }
}

/** One sentence for a pass that isn't there and for somebody else's. */
export class PassUnknown extends HoldfastError {
  readonly code = "pass_unknown";
  readonly refusal = "not_found";
  constructor() {
    super("There is no such access of yours. /staff/break-glass shows what you asked for.");
  }
}

/** The client's own approval by passkey has to be there first, of this contact, and the contact has to be yours. */
export class NothingToAgreeTo extends HoldfastError {
  readonly code = "nothing_to_agree_to";
  readonly refusal = "conflict";
  constructor() {
    super(
      "A second person agrees to what the client approved with a passkey, in an open ticket of yours. Ask the client first.",
    );
  }
}

/** A review is for somebody else. */
export class NotYourReview extends HoldfastError {
  readonly code = "not_your_review";
  readonly refusal = "forbidden";
  constructor() {
    super(
      "You can't close this review: whom the desk drew does, and never who asked or who agreed. /staff/reviews shows yours.",
    );
  }
}

export class AlreadyReviewed extends HoldfastError {
  readonly code = "already_reviewed";
  readonly refusal = "conflict";
  constructor(pass: Id<"grant">) {
    super(
      `Somebody has closed the review of ${pass} already. Its finding stands at /staff/reviews.`,
    );
  }
}
