import { Hono } from "hono";
import { answerRefusal } from "#accounts";
import {
  declares,
  type HttpContext,
  type HttpEnvironment,
  newId,
  type TakeRequest,
  textIn,
} from "#platform";
import type { ShownFiles } from "./attachment/index.ts";
import { askAsGuest } from "./guest/index.ts";
import { say } from "./messages.ts";
import { OpenPage, SentPage, type Told } from "./pages/index.ts";
import { noFiles, readMessageForm, sendWithFiles } from "./routes-files.ts";
import { guestLinkPageRoutes } from "./routes-guest-links.ts";
import { newForm, onceOfAnybody, removedSchema } from "./routes-named.ts";
import { toldOf } from "./routes-told.ts";
import { isTopic, WrongTicket } from "./ticket/index.ts";
import type { Tickets } from "./tickets.ts";

const path = "/support";

type Typed = { topic: string; name: string; email: string; text: string };

/** `/support`: asking without an account, proving the address, and reading the answer. */
export function guestRoutes(tickets: Tickets, takeQuestion: TakeRequest) {
  const { accounts, clock } = tickets.desk;
  const { sessions } = accounts;
  const routes = new Hono<HttpEnvironment>();
  routes.onError(answerRefusal);
  routes.use(`${path}/*`, async (context, next) => {
    context.header("cache-control", "no-store");
    await next();
  });

  routes.get(path, async (context) => {
    const session = await sessions.of(context);
    if (session?.holder.is === "client") return context.redirect("/account/tickets/new", 303);
    return await showForm(context, { files: noFiles(tickets) });
  });

  routes.post(path, declares("nothing"), async (context) => {
    const sent = await readMessageForm(tickets, context);
    const { form } = sent;
    const typed: Typed = {
      topic: textIn(form, "topic"),
      name: textIn(form, "name"),
      email: textIn(form, "email"),
      text: textIn(form, "text"),
    };
    const { language } = context.var;
    return await sendWithFiles(tickets, sent, {
      owner: newId("client", clock()),
      beforehand: () => takeQuestion(context),
      send: async (enclosed) => {
        const { topic } = typed;
        if (!isTopic(topic)) throw new WrongTicket("topic", say(language, "open.topic_missing"));
        const question = { ...typed, topic, language: language.tag, enclosed };
        const { removed } = await onceOfAnybody(tickets, context, form, removedSchema, () =>
          askAsGuest(tickets, question, typed.email, clock()),
        );
        context.header("cache-control", "no-store");
        return await context.render(SentPage({ language, removed }), {
          title: say(language, "sent.title"),
          unlisted: true,
        });
      },
      again: (error, files) => showForm(context, { told: toldOf(error, context), typed, files }),
    });
  });

  routes.route("/", guestLinkPageRoutes(tickets));

  return routes;
}

async function showForm(
  context: HttpContext,
  filled: { told?: Told; typed?: Typed; files: ShownFiles },
): Promise<Response> {
  const { language } = context.var;
  const page = OpenPage({ language, action: path, form: newForm(), asksAddress: true, ...filled });
  return await context.render(page, { title: say(language, "open.title") });
}
