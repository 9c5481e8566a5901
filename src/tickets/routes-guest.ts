import { Hono } from "hono";
import { answerRefusal } from "#accounts";
import {
  declares,
  type HttpContext,
  type HttpEnvironment,
  type Id,
  newId,
  type TakeRequest,
  textIn,
} from "#platform";
import type { ShownFiles } from "./attachment/index.ts";
import {
  askAsGuest,
  GuestLinkRefused,
  isOpening,
  isProving,
  openByLink,
  proveAddress,
} from "./guest/index.ts";
import { say } from "./messages.ts";
import { GuestLinkPage, OpenPage, SentPage, type Told } from "./pages/index.ts";
import { noFiles, readMessageForm, sendWithFiles } from "./routes-files.ts";
import { newForm, onceOfAnybody, removedSchema } from "./routes-named.ts";
import { toldOf } from "./routes-told.ts";
import { isTopic, WrongTicket } from "./ticket/index.ts";
import type { Tickets } from "./tickets.ts";

const path = "/support";

type Typed = { topic: string; name: string; email: string; text: string };

/**
 * `/links/:token` where the link is one of a guest: it leads to the page that says what it does, and does nothing.
 * Other links are others'.
 */
export function guestLinkRoutes(tickets: Tickets) {
  const routes = new Hono<HttpEnvironment>();
  routes.get("/links/:token", async (context, next) => {
    const token = context.req.param("token");
    const { outbox, clock } = tickets.desk;
    const link = outbox.linkTokens.linkIn(token);
    const now = clock();
    const place =
      link &&
      ((await isProving(tickets, link, now))
        ? "confirm"
        : (await isOpening(tickets, link, now)) && "read");
    if (!place) return await next();
    context.header("cache-control", "no-store");
    return context.redirect(`${path}/${place}/${token}`, 303);
  });
  return routes;
}

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

  for (const place of ["confirm", "read"] as const) {
    routes.get(`${path}/${place}/:token`, async (context) => {
      const link = linkIn(tickets, context);
      const is = place === "confirm" ? isProving : isOpening;
      if (!(await is(tickets, link, clock()))) throw new GuestLinkRefused();
      const { language } = context.var;
      const page = GuestLinkPage({ language, place, action: context.req.path });
      return await context.render(page, {
        title: say(language, `link.${place}.title`),
        unlisted: true,
        notices: "below",
      });
    });

    routes.post(`${path}/${place}/:token`, declares("nothing"), async (context) => {
      const act = place === "confirm" ? proveAddress : openByLink;
      const ticket = await act(
        tickets,
        linkIn(tickets, context),
        sessions.visitor(context),
        clock(),
      );
      return context.redirect(`${path}/tickets/${ticket}`, 303);
    });
  }

  return routes;
}

/** @throws {GuestLinkRefused} */
function linkIn({ desk }: Tickets, context: HttpContext): Id<"link"> {
  const link = desk.outbox.linkTokens.linkIn(context.req.param("token") ?? "");
  if (!link) throw new GuestLinkRefused();
  return link;
}

async function showForm(
  context: HttpContext,
  filled: { told?: Told; typed?: Typed; files: ShownFiles },
): Promise<Response> {
  const { language } = context.var;
  const page = OpenPage({ language, action: path, form: newForm(), asksAddress: true, ...filled });
  return await context.render(page, { title: say(language, "open.title") });
}
