import { z } from "@hono/zod-openapi";
import { Hono } from "hono";
import { answerRefusal, NotSignedIn, StepUpNeeded } from "#accounts";
import {
  declares,
  type Form,
  HoldfastError,
  type HttpContext,
  type HttpEnvironment,
  type Id,
  newId,
  problemOf,
  type TakeRequest,
  TooManyRequests,
  textIn,
} from "#platform";
import { type Enclosed, FilesRefused, type ShownFiles } from "../attachment/index.ts";
import type { Ready } from "../guest/index.ts";
import type { Besides } from "../routes-beside.ts";
import { noFiles, readMessageForm, sendWithFiles } from "../routes-files.ts";
import { newForm, onceOfAnybody, removedSchema } from "../routes-named.ts";
import { WrongTicket } from "../ticket/index.ts";
import { type Examined, headingOf } from "./examine.ts";
import { say } from "./messages.ts";
import { AnswerPage, ReportPage, type Typed } from "./pages/index.ts";
import { claims, harms, WrongReport, wordsOf } from "./report.ts";
import type { ReportedWords, Reports, Told } from "./reports.ts";

const path = "/report";
/** What is remembered of a report that was sent, for who sends it once more. */
const givenSchema = removedSchema.extend({
  ticket: z.custom<Id<"ticket">>().optional(),
});

const untyped: Typed = {
  ...{ happened: "", pasted: "", contacts: "", claim: "" },
  ...{ harms: [], name: "", answer: "", email: "" },
};

/**
 * `/report`: what to do this minute, and the report of a scam, by anybody.
 * @param factsFor what the form is filled with
 */
export function reportRoutes(
  reports: Reports,
  takeReport: TakeRequest,
  factsFor: Besides["report"],
) {
  const { accounts, clock } = reports.tickets.desk;
  const routes = new Hono<HttpEnvironment>();
  routes.onError(answerRefusal);

  routes.get(path, async (context) => {
    const happened = (await factsFor(context)) ?? "";
    return await showForm(context, { ...untyped, happened }, noFiles(reports.tickets));
  });

  routes.post(path, declares("nothing"), async (context) => {
    context.header("cache-control", "no-store");
    const sent = await readMessageForm(reports.tickets, context);
    const typed = typedIn(sent.form);
    return await sendWithFiles(reports.tickets, sent, {
      owner: newId("client", clock()),
      beforehand: () => takeReport(context),
      send: async (enclosed) => {
        const { told, by } = await report(reports, context, sent.form, typed, enclosed);
        const { language } = context.var;
        const done = harms.filter((harm) => typed.harms.includes(harm));
        return await context.render(AnswerPage({ language, told, harms: done, by }), {
          title: say(language, `answer.${headingOf(told.examined)}`),
          unlisted: true,
          notices: "below",
        });
      },
      again: (error, files) => showForm(context, typed, files, wrongIn(error, context)),
    });
  });

  async function showForm(
    context: HttpContext,
    typed: Typed,
    files: ShownFiles,
    told?: Wrong,
  ): Promise<Response> {
    const { language } = context.var;
    const session = await accounts.sessions.of(context);
    const isSignedIn = session?.holder.is === "client";
    const page = ReportPage({
      ...{ language, isSignedIn, typed, files, form: newForm() },
      ...(told && { told }),
    });
    return await context.render(page, {
      title: say(language, "page.title"),
      description: say(language, "page.description"),
      notices: "below", // nothing stands before what to do this minute
      ...(told ? { unlisted: true } : { canonicalPath: path }),
    });
  }

  return routes;
}

type ReportedBy = "signed_in" | "guest" | "anonymous";

/** Reports what was typed, once for each form. @throws {WrongReport} and what refuses a ticket */
async function report(
  reports: Reports,
  context: HttpContext,
  form: Form,
  typed: Typed,
  enclosed: Enclosed,
) {
  const { language } = context.var;
  const claim = claims.find((one) => one === typed.claim) ?? "";
  const done = harms.filter((harm) => typed.harms.includes(harm));
  const files = enclosed.files.length + enclosed.tokens.length;
  const text = wordsOf({ ...typed, claim, harms: done, files }, language);
  const name = typed.name.trim() || say(language, "words.name");
  const words = { name, text, language: language.tag, enclosed };
  const by = await reporterIn(reports, context, typed);
  let reported: Told | undefined;
  const { removed, ticket } = await onceOfAnybody(
    reports.tickets,
    context,
    form,
    givenSchema,
    async () => {
      const ready = await readyBy(reports, by, context, words, typed.email);
      return async (joining) => {
        const told = await ready(joining);
        reported = told;
        return { removed: told.removed, ticket: by === "signed_in" ? told.ticket?.id : undefined };
      };
    },
  );
  reports.confirmed.forget();
  const examined = reported?.examined ?? (await examineAgain(reports, by, context, words));
  return { told: { removed, examined, ticket }, by };
}

/** What was said of a report that is there already. */
async function examineAgain(
  reports: Reports,
  by: ReportedBy,
  context: HttpContext,
  words: ReportedWords,
): Promise<Examined> {
  const { accounts, clock } = reports.tickets.desk;
  if (by !== "signed_in") return await reports.examine(words, clock());
  const { holder } = await accounts.sessions.client(context);
  return await reports.examine(words, clock(), holder.id);
}

/** @throws {WrongReport} */
async function reporterIn(
  { tickets }: Reports,
  context: HttpContext,
  { answer }: Typed,
): Promise<ReportedBy> {
  const session = await tickets.desk.accounts.sessions.of(context);
  if (session?.holder.is === "client") return "signed_in";
  if (answer === "email") return "guest";
  if (answer === "none") return "anonymous";
  throw new WrongReport("answer", say(context.var.language, "form.answer_missing"));
}

async function readyBy(
  reports: Reports,
  by: ReportedBy,
  context: HttpContext,
  words: ReportedWords,
  email: string,
): Promise<Ready<Told>> {
  const { accounts, clock } = reports.tickets.desk;
  if (by === "guest") return await reports.byGuest(words, email, clock());
  if (by === "anonymous") return await reports.anonymously(words, clock());
  const client = await accounts.sessions.client(context);
  const { network } = accounts.sessions.asking(context);
  return await reports.bySignedIn(client, words, network, clock());
}

type Wrong = { sentence: string; field?: WrongReport["field"] | "files" | undefined };

/** What to say above a form that was refused, with the answer's status set. What isn't for its page is thrown on. */
export function wrongIn(error: unknown, context: HttpContext): Wrong {
  const isElsewhere = error instanceof NotSignedIn || error instanceof StepUpNeeded;
  if (!(error instanceof HoldfastError) || isElsewhere) throw error;
  context.status(problemOf(error, context.var.requestId).status);
  if (error instanceof TooManyRequests) {
    context.header("retry-after", String(error.retryAfterSeconds));
    const minutes = Math.ceil(error.retryAfterSeconds / 60);
    return { sentence: say(context.var.language, "too_many", { minutes }) };
  }
  if (error instanceof FilesRefused) return { sentence: error.message, field: "files" };
  if (error instanceof WrongReport) return { sentence: error.message, field: error.field };
  const { message: sentence } = error;
  const field = error instanceof WrongTicket ? error.field : undefined;
  return field === "email" || field === "name" ? { sentence, field } : { sentence };
}

function typedIn(form: Form): Typed {
  return {
    happened: textIn(form, "happened"),
    pasted: textIn(form, "pasted"),
    contacts: textIn(form, "contacts"),
    claim: textIn(form, "claim"),
    harms: harms.filter((harm) => textIn(form, `harm_${harm}`) !== ""),
    name: textIn(form, "name"),
    answer: textIn(form, "answer"),
    email: textIn(form, "email"),
  };
}
