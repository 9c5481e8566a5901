import { HoldfastError } from "#platform";

/** A browser that may not read a guest's ticket, or not any more: nobody learns whether there is one. */
export class VisitOver extends HoldfastError {
  readonly code = "visit_over";
  readonly refusal = "not_found";
  constructor() {
    super(
      "This browser can't show a question here, or not any more. When we answer, we send a mail with a link that opens it once, in any browser. Open such a link again to be sent a new one, wait for our answer, or ask anew.",
    );
  }
}

/** One sentence for all: whoever guesses at links learns nothing. */
export class GuestLinkRefused extends HoldfastError {
  readonly code = "link_refused";
  readonly refusal = "not_found";
  constructor() {
    super(
      "This link was used before, is too old, or isn't ours. If you wrote to us yourself, write once more.",
    );
  }
}
