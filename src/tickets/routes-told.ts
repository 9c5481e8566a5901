import { NotSignedIn, StepUpNeeded } from "#accounts";
import {
  HoldfastError,
  type HttpContext,
  type Language,
  problemOf,
  TooManyRequests,
} from "#platform";
import { FilesRefused } from "./attachment/index.ts";
import { say } from "./messages.ts";
import type { Told } from "./pages/index.ts";
import { TicketUnknown, WrongTicket } from "./ticket/index.ts";

/** A refusal in words; how long to wait isn't said in seconds. */
function sentenceOf(error: HoldfastError, language: Language): string {
  if (!(error instanceof TooManyRequests)) return error.message;
  return say(language, "too_many", { minutes: Math.ceil(error.retryAfterSeconds / 60) });
}

/** What to say above a form that was refused, with the answer's status set. What isn't for its page is thrown on. */
export function toldOf(error: unknown, context: HttpContext): Told {
  const isElsewhere =
    error instanceof NotSignedIn || error instanceof StepUpNeeded || error instanceof TicketUnknown;
  if (!(error instanceof HoldfastError) || isElsewhere) throw error;
  context.status(problemOf(error, context.var.requestId).status);
  if (error instanceof TooManyRequests) {
    context.header("retry-after", String(error.retryAfterSeconds));
  }
  return {
    code: error.code,
    sentence: sentenceOf(error, context.var.language),
    ...(error instanceof WrongTicket && { field: error.field }),
    ...(error instanceof FilesRefused && { field: "files" as const }),
  };
}
