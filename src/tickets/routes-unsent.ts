import { NotSignedIn } from "#accounts";
import {
  type Form,
  type HttpContext,
  type Language,
  problemOf,
  readForm,
  textIn,
  textsIn,
} from "#platform";
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
  return await render(context, page, language);
}

/** What somebody on the staff wrote: an answer or a note, what stood beside it in the box, and why a ticket is given away. */
export function writtenIn(form: Form): string {
  const written = ["text", "draft", "reason"].map((name) => textIn(form, name));
  return [...new Set(written)].filter(Boolean).join("\n\n");
}

/** The same for the staff, whose session is over: with all that was chosen. */
export async function showStaffUnsent(context: HttpContext, error: unknown): Promise<Response> {
  if (!(error instanceof NotSignedIn)) throw error;
  const form = await readForm(context);
  if (writtenIn(form) === "") throw error;
  const name = textIn(form, "text") === "" ? "reason" : "text";
  const { language } = context.var;
  const others = Object.keys(form).filter((one) => one !== name);
  const fields = others.map((one) => [one, textIn(form, one)] as const);
  context.status(problemOf(error, context.var.requestId).status);
  const page = UnsentPage({
    ...{ language, text: textIn(form, name), name, again: { action: context.req.path, fields } },
    sentence: say(language, "unsent.signed_out_staff"),
    signIn: "/staff/sign-in",
  });
  return await render(context, page, language);
}

/** A ticket isn't the writer's any more: what was typed is shown once more, and nothing of the ticket. */
export async function showLost(
  context: HttpContext,
  text: string,
  why: "lost" | "given",
): Promise<Response> {
  const { language } = context.var;
  if (why === "lost") context.status(404);
  const page = UnsentPage({ language, text, sentence: say(language, `unsent.${why}`) });
  return await render(context, page, language);
}

async function render(
  context: HttpContext,
  page: ReturnType<typeof UnsentPage>,
  language: Language,
) {
  return await context.render(page, { title: say(language, "unsent.title"), unlisted: true });
}
