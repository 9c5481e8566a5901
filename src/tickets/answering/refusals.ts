import { HoldfastError } from "#platform";

/** Whoever wrote proved no address: an answer would reach nobody. */
export class NobodyToAnswer extends HoldfastError {
  readonly code = "nobody_to_answer";
  readonly refusal = "conflict";
  constructor() {
    super("An answer would reach nobody, so it wasn't sent: keep it as a note.");
  }
}

/** Another answer went out since the writer last looked: nobody is answered twice unread. */
export class AnsweredMeanwhile extends HoldfastError {
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
  readonly code = "author_frozen";
  readonly refusal = "conflict";
  constructor() {
    super(
      "Who wrote this is stopped for this client until a lead has looked into it, so it can't be sent. Refuse it.",
    );
  }
}

/** Somebody wrote, another ticket joined or left, or the ticket went to somebody else, since the release of an answer was asked for. */
export class WentOn extends HoldfastError {
  readonly code = "went_on";
  readonly refusal = "conflict";
  constructor() {
    super(
      "The ticket went on since this was written, so it wasn't sent. Refuse it: who wrote it is told to read what is new and to write again.",
    );
  }
}
