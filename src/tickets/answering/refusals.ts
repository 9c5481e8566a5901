import { HoldfastError } from "#platform";

/** Another answer went out since the writer last looked: nobody is answered twice unread. */
export class AnsweredMeanwhile extends HoldfastError {
  override readonly name = "AnsweredMeanwhile";
  readonly code = "answered_meanwhile";
  readonly refusal = "conflict";
  constructor() {
    super(
      "A colleague answered meanwhile, so yours wasn't sent. Read that answer first; then send yours, if it is still needed.",
    );
  }
}
