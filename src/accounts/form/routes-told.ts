import { HoldfastError, type HttpContext, problemOf, TooManyRequests } from "#platform";

/** What went wrong with a form, for the person who sent it. */
export type Told = { code: string; sentence: string };

/**
 * What to say above a form again, with the answer's status set. What these words don't know is thrown on: a refusal of
 * another kind, or a bug.
 * @param sentences what to say, by the error's code
 */
export function told(
  error: unknown,
  context: HttpContext,
  sentences: (code: string, error: HoldfastError) => string | undefined,
): Told {
  if (!(error instanceof HoldfastError)) throw error;
  const sentence = sentences(error.code, error);
  if (sentence === undefined) throw error;
  context.status(problemOf(error, context.var.requestId).status);
  if (error instanceof TooManyRequests) {
    context.header("retry-after", String(error.retryAfterSeconds));
  }
  return { code: error.code, sentence };
}
