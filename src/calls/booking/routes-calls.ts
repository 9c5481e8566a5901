import { Hono } from "hono";
import type { ClientSession } from "#accounts";
import {
  declares,
  HoldfastError,
  type HttpContext,
  type HttpEnvironment,
  type Id,
  isId,
  problemOf,
  readForm,
  smallForm,
  textIn,
} from "#platform";
import { type Call, callsOf } from "../call/index.ts";
import type { CallsDesk } from "../desk.ts";
import { say } from "./messages.ts";
import { CallsPage, type DoneKey, listPath, QuestionPage, StopPage } from "./pages/index.ts";
import { cancel } from "./rebooking.ts";
import { BookingRefused } from "./refusals.ts";
import { openCallOf } from "./store.ts";

const listedMax = 20;
const doneKeys: readonly string[] = ["asked", "rebooked", "cancelled"] satisfies DoneKey[];

/** `/account/calls`: the calls that a client asked for, and the question before every new one. */
export function ownCallsRoutes(desk: CallsDesk) {
  const { accounts, database, clock, outbox } = desk;
  const { sessions } = accounts;
  const routes = new Hono<HttpEnvironment>();

  routes.get(listPath, async (context) => {
    const { holder } = await sessions.client(context);
    const done = context.req.query("done") ?? "";
    return await showList(context, holder.id, isDone(done) ? { done } : {});
  });

  routes.get(`${listPath}/new`, async (context) => {
    const { holder } = await sessions.client(context);
    if (await openCallOf(database, holder.id)) return context.redirect(listPath, 303);
    const { language } = context.var;
    return context.render(QuestionPage({ language }), titled(context, "question.title"));
  });

  routes.post(`${listPath}/new`, smallForm, declares("nothing"), async (context) => {
    await sessions.client(context);
    const wasTold = textIn(await readForm(context), "told") !== "no";
    return context.redirect(wasTold ? `${listPath}/stop` : `${listPath}/new/about`, 303);
  });

  routes.get(`${listPath}/stop`, async (context) => {
    await sessions.client(context);
    const { language } = context.var;
    return context.render(StopPage({ language }), titled(context, "stop.title"));
  });

  routes.post(`${listPath}/:call/cancel`, smallForm, declares("nothing"), async (context) => {
    const { holder } = await sessions.client(context);
    try {
      await cancel(desk, holder, ownCall(context, holder.id), clock());
    } catch (error) {
      const wrong = sentenceOf(error, context);
      return await showList(context, holder.id, { wrong });
    }
    return context.redirect(`${listPath}?done=cancelled`, 303);
  });

  routes.get(`${listPath}/:call/call.ics`, async (context) => {
    const { holder } = await sessions.client(context);
    const file = await outbox.calendarOf(holder, ownCall(context, holder.id).id);
    if (!file) return context.notFound();
    const type = `text/calendar; charset=utf-8; method=${file.method.toUpperCase()}`;
    return context.body(file.text, 200, {
      "content-type": type,
      "content-disposition": 'attachment; filename="call.ics"',
      "cache-control": "no-store",
    });
  });

  async function showList(
    context: HttpContext,
    client: Id<"client">,
    told: { done?: DoneKey; wrong?: string },
  ) {
    const { language } = context.var;
    const calls = await callsOf(database, client, listedMax);
    return context.render(CallsPage({ language, calls, ...told }), titled(context, "list.title"));
  }

  return routes;
}

/** The call that an address names, which is looked for among the client's own alone. @throws {BookingRefused} */
export function ownCall(
  context: HttpContext,
  client: ClientSession["holder"]["id"],
): Pick<Call, "client" | "id"> {
  const id = context.req.param("call");
  if (!isId("call", id)) throw new BookingRefused("booking_unknown");
  return { client, id };
}

/** A refusal in words, with the answer's status set. What isn't for a page of ours is thrown on. */
export function sentenceOf(error: unknown, context: HttpContext): string {
  const isOurs = error instanceof BookingRefused && error.code !== "booking_unknown";
  const isLimit = error instanceof HoldfastError && error.code === "too_many_requests";
  if (!isOurs && !isLimit) throw error;
  context.status(problemOf(error, context.var.requestId).status);
  return isOurs ? error.message : say(context.var.language, "too_many");
}

export function titled(context: HttpContext, key: Parameters<typeof say>[1]) {
  return { title: say(context.var.language, key), unlisted: true };
}

function isDone(text: string): text is DoneKey {
  return doneKeys.includes(text);
}
