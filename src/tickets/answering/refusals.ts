import { HoldfastError } from "#platform";

/** Whoever wrote proved no address: an answer would reach nobody. */
export class NobodyToAnswer extends HoldfastError {
  override readonly name = "NobodyToAnswer";
  readonly code = "nobody_to_answer";
  readonly refusal = "conflict";
  constructor() {
    super("An answer would reach nobody, so it wasn't sent: keep it as a note.");
  }
}

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

/** A client doubted who wrote the answer, between its asking for a release and now. */
export class AuthorFrozen extends HoldfastError {
  override readonly name = "AuthorFrozen";
  readonly code = "author_frozen";
  readonly refusal = "conflict";
  constructor() {
    super(
      "Who wrote this is stopped for this client until a lead has looked into it, so it can't be sent. Refuse it.",
    );
  }
}
