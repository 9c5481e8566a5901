import { Hono } from "hono";
import type { Child } from "hono/jsx";
import {
  answerRefusal,
  askToSign,
  type ClientSession,
  hasPasskey,
  NotSignedIn,
  signedAnswer,
} from "#accounts";
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
import { purposesIn } from "#policy";
import type { Vault } from "../open.ts";
import { approve, decline, draftApproval, withdraw } from "./answering.ts";
import { problemSentence, say } from "./messages.ts";
import { RequestLines, RequestsPage, requestsPath } from "./pages/index.ts";
import { RequestUnknown } from "./refusals.ts";
import { requestsOf } from "./store.ts";

const listedMax = 50;
/** Less than the minute in which the keykeeper attests what somebody just did. */
const signSeconds = 55;

const dones = ["approved", "declined", "withdrawn"] as const;
type Done = (typeof dones)[number];

/** `/account/requests`: what support asks a client to see, and the client's answers. */
export function requestRoutes(vault: Vault) {
  const { accounts, clock } = vault.desk;
  const { sessions } = accounts;
  const takeAttempt = accounts.desk.limits({
    name: "access_answers",
    requestsMax: 60,
    windowSeconds: 3_600,
  });
  const routes = new Hono<HttpEnvironment>();
  routes.onError(answerRefusal);

  routes.get(requestsPath, async (context) => {
    const session = await sessions.client(context);
    const done = dones.find((one) => one === context.req.query("done"));
    return await showRequests(vault, context, session, { done });
  });

  routes.post(
    `${requestsPath}/:request/approve/options`,
    smallForm,
    declares("nothing"),
    async (context) => {
      const session = await sessions.client(context);
      await takeAttempt(session.holder.id);
      const challenge = await draftApproval(vault, session, idIn(context), clock());
      return context.json(await askToSign(accounts, context, session, challenge, signSeconds));
    },
  );

  const answer = (
    name: string,
    done: Done,
    work: (context: HttpContext, session: ClientSession, id: Id<"grant">) => Promise<void>,
  ) =>
    routes.post(
      `${requestsPath}/:request/${name}`,
      smallForm,
      declares("nothing"),
      async (context) => {
        const session = await sessions.client(context);
        try {
          await takeAttempt(session.holder.id);
          await work(context, session, idIn(context));
        } catch (error) {
          if (!(error instanceof HoldfastError) || error instanceof NotSignedIn) throw error;
          context.status(problemOf(error, context.var.requestId).status);
          const problem = problemSentence(context.var.language, error);
          return await showRequests(vault, context, session, { problem });
        }
        return context.redirect(`${requestsPath}?done=${done}`, 303);
      },
    );

  answer("approve", "approved", async (context, session, id) => {
    const typed = textIn(await readForm(context), "answer");
    const signed = typed === "" ? undefined : await signedAnswer(accounts, context, session, typed);
    await approve(vault, session, id, signed, clock());
  });
  answer("decline", "declined", async (_context, session, id) => {
    await decline(vault, session, id, clock());
  });
  answer("withdraw", "withdrawn", async (_context, session, id) => {
    await withdraw(vault, session, id, clock());
  });

  return routes;
}

/** What a client's own page of a ticket says of what support asks in it. */
export async function requestLines(
  { desk }: Vault,
  context: HttpContext,
  { id, requester }: { id: Id<"ticket">; requester: { is: string; id: Id<"client"> } },
): Promise<Child | undefined> {
  if (requester.is !== "client") return undefined;
  const requests = await requestsOf(desk.database, requester.id, listedMax, desk.clock(), id);
  return RequestLines({ language: context.var.language, requests });
}

async function showRequests(
  { desk }: Vault,
  context: HttpContext,
  { holder }: ClientSession,
  told: { problem?: string; done?: Done | undefined },
): Promise<Response> {
  const { language } = context.var;
  const [rules, requests, canSign] = await Promise.all([
    desk.access(),
    requestsOf(desk.database, holder.id, listedMax, desk.clock()),
    hasPasskey(desk.database, holder.id),
  ]);
  const purposes = purposesIn({ access: rules }, language);
  context.header("cache-control", "no-store");
  const page = RequestsPage({
    ...{ language, requests, hasPasskey: canSign, ...told },
    whyOf: (purpose) => purposes.find(({ id }) => id === purpose)?.sentence ?? purpose,
  });
  return await context.render(page, { title: say(language, "list.title"), unlisted: true });
}

/** @throws {RequestUnknown} */
function idIn(context: HttpContext): Id<"grant"> {
  const id = context.req.param("request");
  if (!isId("grant", id)) throw new RequestUnknown();
  return id;
}
