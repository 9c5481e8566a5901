import { Hono } from "hono";
import {
  declares,
  HoldfastError,
  type HttpContext,
  type HttpEnvironment,
  type Language,
  problemOf,
  readForm,
  smallForm,
  textIn,
} from "#platform";
import type { Worded } from "#policy";
import type { Call } from "../call/index.ts";
import type { CallsDesk } from "../desk.ts";
import { newestLegs } from "../leg/index.ts";
import { ownCall } from "../talk/index.ts";
import { giveFeedback, hasTalked, NothingToSay } from "./feedback.ts";
import { say } from "./messages.ts";
import { AfterPage, ThanksPage, type Typed, textLettersMax } from "./pages/index.ts";

const path = "/account/calls/:call/after";
const untyped: Typed = { right: "", asked: [], text: "" };

export type FeedbackRoutesOptions = {
  neverAsk(language: Language): Promise<readonly Worded<string>[]>;
};

/** `/account/calls/:call/after`: the client says once how a call was. */
export function feedbackRoutes(desk: CallsDesk, { neverAsk }: FeedbackRoutesOptions) {
  const { database, clock } = desk;
  const routes = new Hono<HttpEnvironment>();

  routes.get(path, async (context) => {
    const { call } = await ownCall(desk, context);
    if (call.said) return await showThanks(context, call);
    const leg = (await newestLegs(database, [call])).get(call.id);
    if (!hasTalked(leg, clock())) throw new NothingToSay();
    return await showForm(context, call, untyped);
  });

  routes.post(path, smallForm, declares("nothing"), async (context) => {
    const { session, call } = await ownCall(desk, context);
    const { language } = context.var;
    const form = await readForm(context);
    const items = await neverAsk(language);
    const asked = items.filter(({ id }) => textIn(form, `asked_${id}`) !== "");
    const [right, text] = [textIn(form, "right"), textIn(form, "text")];
    const typed = { right, asked: asked.map(({ id }) => id), text };
    const problem = problemIn(language, typed);
    if (problem !== undefined) {
      context.status(400);
      return await showForm(context, call, typed, problem);
    }
    const here = `/account/calls/${call.id}/after`;
    try {
      const said = { isRight: right === "yes", asked, text };
      const given = await giveFeedback(desk, session, call, said, clock());
      return context.redirect(given?.isReported ? `${here}?reported` : here, 303);
    } catch (error) {
      if (!(error instanceof HoldfastError) || error instanceof NothingToSay) throw error;
      context.status(problemOf(error, context.var.requestId).status);
      return await showForm(context, call, typed, error.message);
    }
  });

  const showForm = async (context: HttpContext, call: Call, typed: Typed, problem?: string) => {
    const { language } = context.var;
    context.header("cache-control", "no-store");
    const page = AfterPage({ language, call, typed, problem, neverAsk: await neverAsk(language) });
    return await context.render(page, { title: say(language, "title"), unlisted: true });
  };
  return routes;
}

async function showThanks(context: HttpContext, { said }: Call): Promise<Response> {
  if (!said) throw new NothingToSay();
  const { language } = context.var;
  context.header("cache-control", "no-store");
  const isReported = said.askedFor.length > 0 || context.req.query("reported") !== undefined;
  const page = ThanksPage({ language, said, isReported });
  return await context.render(page, { title: say(language, "thanks"), unlisted: true });
}

function problemIn(language: Language, { right, text }: Typed): string | undefined {
  if (right !== "yes" && right !== "no") return say(language, "choose");
  if (text.length > textLettersMax) return say(language, "too_long", { max: textLettersMax });
  return undefined;
}
