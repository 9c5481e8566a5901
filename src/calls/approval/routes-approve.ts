import { Hono } from "hono";
import {
  answerRefusal,
  askToSign,
  type ClientSession,
  hasPasskey,
  NotSignedIn,
  noteSigned,
  requireUnlocked,
  signedAnswer,
} from "#accounts";
import {
  declares,
  HoldfastError,
  type HttpContext,
  type HttpEnvironment,
  isId,
  problemOf,
  readForm,
  smallForm,
  textIn,
} from "#platform";
import { type Call, callById } from "../call/index.ts";
import { approveCall, CallRefused } from "../calling/index.ts";
import type { Calls } from "../open.ts";
import type { ShownLeg } from "../status/index.ts";
import { approvalChallenge, isApproval } from "./challenge.ts";
import { problemSentence, say } from "./messages.ts";
import { ApprovalPage, type ApprovalState } from "./pages/index.ts";

const path = "/account/calls/:call/approve";
/** Less than the minute in which the keykeeper attests what somebody just did. */
const signSeconds = 55;

type Parts = Pick<Calls, "desk" | "live">;

/** `/account/calls/:call/approve`: a client opens it, nobody is sent there, and says that a phone call is really with the client. */
export function approvalRoutes({ desk, live }: Parts) {
  const { accounts, clock } = desk;
  const { key } = accounts.desk;
  const takeAttempt = accounts.desk.limits({
    name: "call_approvals",
    requestsMax: 30,
    windowSeconds: 3_600,
  });
  const routes = new Hono<HttpEnvironment>();
  routes.onError(answerRefusal);

  routes.get(path, async (context) => {
    const session = await accounts.sessions.client(context);
    return await showApproval({ desk, live }, context, session);
  });

  routes.post(`${path}/options`, smallForm, declares("nothing"), async (context) => {
    const session = await accounts.sessions.client(context);
    await takeAttempt(session.holder.id);
    const call = await callIn({ desk, live }, context, session);
    const { leg } = await upLeg({ desk, live }, session, call);
    const challenge = approvalChallenge(key, { leg, session: session.id });
    return context.json(await askToSign(accounts, context, session, challenge, signSeconds));
  });

  routes.post(path, smallForm, declares("nothing"), async (context) => {
    const session = await accounts.sessions.client(context);
    try {
      await takeAttempt(session.holder.id);
      const call = await callIn({ desk, live }, context, session);
      const { leg } = await upLeg({ desk, live }, session, call);
      const typed = textIn(await readForm(context), "answer");
      const signed = await signedAnswer(accounts, context, session, typed);
      if (!isApproval(key, { leg, session: session.id }, signed.parts.clientData)) {
        throw new CallRefused("leg_over"); // signed for another call
      }
      const now = clock();
      await approveCall(desk, session, leg, now, async (joining) => {
        await requireUnlocked(joining, session.holder.id, now);
        await noteSigned(joining, signed, now);
      });
    } catch (error) {
      if (!(error instanceof HoldfastError) || error instanceof NotSignedIn) throw error;
      context.status(problemOf(error, context.var.requestId).status);
      const problem = problemSentence(context.var.language, error);
      return await showApproval({ desk, live }, context, session, problem);
    }
    return context.redirect(context.req.path, 303);
  });

  return routes;
}

async function showApproval(
  parts: Parts,
  context: HttpContext,
  session: ClientSession,
  problem?: string,
): Promise<Response> {
  const { language } = context.var;
  const call = await callIn(parts, context, session);
  const state = await stateOf(parts, session, call);
  context.header("cache-control", "no-store");
  const page = ApprovalPage({ language, path: context.req.path, state, problem });
  return await context.render(page, { title: say(language, "title"), unlisted: true });
}

/** A client's own call by phone. @throws {CallRefused} */
async function callIn(
  { desk }: Parts,
  context: HttpContext,
  { holder }: ClientSession,
): Promise<Call> {
  const id = context.req.param("call");
  const call = isId("call", id) ? await callById(desk.database, id) : undefined;
  if (call?.client !== holder.id || call.channel !== "phone") throw new CallRefused("call_unknown");
  return call;
}

async function stateOf(
  { desk, live }: Parts,
  { holder }: ClientSession,
  call: Call,
): Promise<ApprovalState> {
  if (call.ticket) return { is: "approved", ticket: call.ticket };
  const status = await live.now(holder.id);
  const isOurs =
    (status.is === "calling" || status.is === "on_call") && status.leg.call === call.id;
  if (!isOurs) return { is: "none" };
  if (status.is === "calling") return { is: "ringing" };
  return { is: "up", leg: status.leg, hasPasskey: await hasPasskey(desk.database, holder.id) };
}

/** @throws {CallRefused} when nobody talks */
async function upLeg(parts: Parts, session: ClientSession, call: Call): Promise<ShownLeg> {
  const state = await stateOf(parts, session, call);
  if (state.is !== "up") throw new CallRefused("leg_over");
  return state.leg;
}
