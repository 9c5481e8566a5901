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
  type Id,
  isId,
  problemOf,
  readForm,
  smallForm,
  textIn,
} from "#platform";
import { type Call, callById } from "../call/index.ts";
import { approveCall, CallRefused } from "../calling/index.ts";
import { legById, legsOf } from "../leg/index.ts";
import type { Calls } from "../open.ts";
import { type Choice, pickWords } from "../picking/index.ts";
import type { ShownLeg } from "../status/index.ts";
import { spoken } from "../words/index.ts";
import { approvalChallenge, isApproval } from "./challenge.ts";
import { problemSentence, say } from "./messages.ts";
import { ApprovalPage, type ApprovalState, type ShownWords } from "./pages/index.ts";

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
    const leg = await upLeg({ desk, live }, session, call);
    const challenge = approvalChallenge(key, { leg, session: session.id });
    return context.json(await askToSign(accounts, context, session, challenge, signSeconds));
  });

  const act = (
    name: string,
    work: (context: HttpContext, session: ClientSession) => Promise<void>,
  ) =>
    routes.post(`${path}${name}`, smallForm, declares("nothing"), async (context) => {
      const session = await accounts.sessions.client(context);
      try {
        await takeAttempt(session.holder.id);
        await work(context, session);
      } catch (error) {
        if (!(error instanceof HoldfastError) || error instanceof NotSignedIn) throw error;
        context.status(problemOf(error, context.var.requestId).status);
        const problem = problemSentence(context.var.language, error);
        return await showApproval({ desk, live }, context, session, problem);
      }
      return context.redirect(pathOf(context), 303);
    });

  act("", async (context, session) => {
    const call = await callIn({ desk, live }, context, session);
    const leg = await upLeg({ desk, live }, session, call);
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
  });

  act("/words", async (context, session) => {
    const call = await callIn({ desk, live }, context, session);
    const leg = await upLeg({ desk, live }, session, call);
    const choice = choiceIn(textIn(await readForm(context), "choice"));
    await pickWords(desk, session, { id: leg, client: session.holder.id }, choice, clock());
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
  const page = ApprovalPage({ language, path: pathOf(context), state, problem });
  return await context.render(page, { title: say(language, "title"), unlisted: true });
}

/** A client's own call by phone. @throws {CallRefused} */
async function callIn(
  { desk }: Parts,
  context: HttpContext,
  { holder }: ClientSession,
): Promise<Call> {
  const id = context.req.param("call") ?? "";
  const call = isId("call", id) ? await callById(desk.database, id) : undefined;
  if (call?.client !== holder.id || call.channel !== "phone") throw new CallRefused("call_unknown");
  return call;
}

async function stateOf(
  parts: Parts,
  { holder }: ClientSession,
  call: Call,
): Promise<ApprovalState> {
  const { database } = parts.desk;
  const leg = await shownLeg(parts, holder.id, call);
  if (!leg && (await wasMismatch(parts.desk, call))) return { is: "mismatch" };
  const words = leg?.isUp ? await wordsOf(parts.desk, leg) : undefined;
  if (call.ticket) return { is: "approved", ticket: call.ticket, words };
  if (!leg) return { is: "none" };
  if (!words) return { is: "ringing" };
  return { is: "up", leg, words, hasPasskey: await hasPasskey(database, holder.id) };
}

/** The leg of this call that the client is told of right now; up, somebody talks. */
async function shownLeg(
  { live }: Parts,
  client: Id<"client">,
  { id }: Call,
): Promise<(ShownLeg & { isUp: boolean }) | undefined> {
  const status = await live.now(client);
  if (status.is !== "calling" && status.is !== "on_call") return undefined;
  return status.leg.call === id ? { ...status.leg, isUp: status.is === "on_call" } : undefined;
}

/** @throws {CallRefused} when nobody talks */
async function upLeg(parts: Parts, { holder }: ClientSession, call: Call): Promise<Id<"leg">> {
  const leg = await shownLeg(parts, holder.id, call);
  if (!leg?.isUp) throw new CallRefused("leg_over");
  return leg.leg;
}

async function wordsOf({ database }: Parts["desk"], { leg }: ShownLeg): Promise<ShownWords> {
  const known = await legById(database, leg);
  const choices = (known?.words.choices ?? []).map(spoken);
  return { choices, isPicked: known?.words.picked !== undefined };
}

async function wasMismatch({ database }: Pick<Parts["desk"], "database">, call: Call) {
  const state = (await legsOf(database, call)).at(-1)?.state;
  return state?.is === "ended" && state.because === "mismatch";
}

function choiceIn(text: string): Choice {
  return ([0, 1, 2, 3] as const).find((place) => String(place) === text) ?? "none";
}

/** The page's own, whichever of its forms was sent. */
function pathOf({ req }: HttpContext): string {
  return req.path.replace(/\/(?:options|words)$/, "");
}
