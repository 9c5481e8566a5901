import { NotSignedIn } from "#accounts";
import { type HttpContext, problemOf, textIn, textsIn } from "#platform";
import { VisitOver } from "./guest/index.ts";
import { say } from "./messages.ts";
import { UnsentPage } from "./pages/index.ts";
import { readMessageForm } from "./routes-files.ts";
import type { Tickets } from "./tickets.ts";

/** The fields of a form that are shown again beside its words. */
const kept = ["topic", "name", "form", "upload"];

/**
 * Who wrote isn't let in, or not any more: shows the words again, which go the same way when it is let in once more.
 * Nothing of them is kept. Other errors, and a form without words, are thrown on.
 */
export async function showUnsent(
  tickets: Tickets,
  context: HttpContext,
  error: unknown,
): Promise<Response> {
  const isOut = error instanceof NotSignedIn;
  if (!isOut && !(error instanceof VisitOver)) throw error;
  const { form } = await readMessageForm(tickets, context);
  const text = textIn(form, "text");
  if (text === "") throw error;
  const { language } = context.var;
  const fields = kept.flatMap((name) => textsIn(form, name).map((value) => [name, value] as const));
  context.header("cache-control", "no-store");
  context.status(problemOf(error, context.var.requestId).status);
  const page = UnsentPage({
    ...{ language, text, again: { action: context.req.path, fields } },
    sentence: isOut ? say(language, "unsent.signed_out") : error.message,
    ...(isOut && { signIn: "/sign-in" }),
  });
  return await context.render(page, { title: say(language, "unsent.title"), unlisted: true });
}
