import { HoldfastError, type Log, type Refusal, TooManyRequests } from "#platform";

/** What the sending server is told. A code that begins with 4 means: try again later. */
export class Refused extends Error {
  override readonly name = "Refused";
  readonly responseCode: number;
  constructor(responseCode: number, sentence: string) {
    super(sentence);
    this.responseCode = responseCode;
  }
}

const forGood: readonly Refusal[] = ["invalid", "unprocessable", "too_large"];

/**
 * What to tell the sending server of something that went wrong. What isn't the mail's fault is tried again: the database
 * or the keykeeper may be away. The log has codes alone: an error could hold a mail's words.
 */
export function refusedFor(error: unknown, log: Log): Refused {
  if (error instanceof Refused) return error;
  const code = error instanceof HoldfastError ? error.code : "failed";
  log.warn({ part: "mail in", code }, "a mail was not taken");
  if (error instanceof TooManyRequests) return new Refused(450, "Too many mails. Try again later");
  const isForGood = error instanceof HoldfastError && forGood.includes(error.refusal);
  return isForGood
    ? new Refused(554, error.message)
    : new Refused(451, "This mail can't be taken now. Try again later");
}
