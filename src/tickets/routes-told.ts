import { NotSignedIn, StepUpNeeded } from "#accounts";
import { HoldfastError, type HttpContext, problemOf, TooManyRequests } from "#platform";
import { FilesRefused } from "./attachment/index.ts";
import type { Told } from "./pages/index.ts";
import { TicketUnknown, WrongTicket } from "./ticket/index.ts";

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
    sentence: error.message,
    ...(error instanceof WrongTicket && { field: error.field }),
    ...(error instanceof FilesRefused && { field: "files" as const }),
  };
}
