import { Hono } from "hono";
import {
  answerRefusal,
  changeStream,
  isOnShift,
  requireRole,
  type StaffMember,
  staffPage,
} from "#accounts";
import {
  atWholeIntervals,
  declares,
  HoldfastError,
  type HttpContext,
  type HttpEnvironment,
  isId,
  problemOf,
  readForm,
  smallForm,
  TooManyRequests,
  textIn,
} from "#platform";
import type { CallsDesk } from "../desk.ts";
import { answerClaim, makeClaim } from "./claims.ts";
import { isClaimAnswer, shownMs } from "./inbound.ts";
import { problemSentence, say } from "./messages.ts";
import { InboundPage, inboundPath } from "./pages/index.ts";
import { InboundRefused } from "./refusals.ts";
import { inboundFor } from "./store.ts";

/** Longer than it takes to look for an account and to write the question down. */
const answerMs = 100;

/** `/staff/calls/inbound`: who phones us, and the question to the owner of an account; and the owner's answer. */
export function inboundRoutes(desk: CallsDesk) {
  const { accounts, database, clock } = desk;
  const takeClaim = accounts.desk.limits({
    name: "inbound_claims",
    requestsMax: 12,
    windowSeconds: 3_600,
  });
  const routes = new Hono<HttpEnvironment>();
  routes.onError(answerRefusal);

  const signedIn = async (context: HttpContext) => {
    const session = await accounts.sessions.staff(context);
    return { session, member: await requireRole(accounts.desk, session, "agent") };
  };

  routes.get(
    inboundPath,
    staffPage(async (context) => {
      const { member } = await signedIn(context);
      const done = context.req.query("done") !== undefined;
      return await showInbound(desk, context, member, { done });
    }),
  );

  routes.get(
    `${inboundPath}/stream`,
    staffPage(async (context) => {
      const { session, member } = await signedIn(context);
      const mark = async () => JSON.stringify((await legsFor(desk, member)).map(shownOf));
      return changeStream(context, { database, clock }, session, mark);
    }),
  );

  routes.post(
    inboundPath,
    smallForm,
    declares("nothing"),
    staffPage(async (context) => {
      const { member } = await signedIn(context);
      const form = await readForm(context);
      const [inbound, account] = [textIn(form, "inbound"), textIn(form, "account")];
      try {
        if (!isOnShift(member, clock())) throw new InboundRefused("off_shift");
        if (!isId("inbound", inbound)) throw new InboundRefused("inbound_over");
        await takeClaim(member.id);
        const claim = () => makeClaim(desk, member.id, inbound, account, clock());
        await atWholeIntervals(answerMs, claim);
        return context.redirect(`${inboundPath}?done`, 303);
      } catch (error) {
        if (!(error instanceof InboundRefused || error instanceof TooManyRequests)) throw error;
        context.status(problemOf(error, context.var.requestId).status);
        const problem = problemSentence(context.var.language, error);
        return await showInbound(desk, context, member, { problem });
      }
    }, inboundPath),
  );

  routes.post("/account/calls/claims/:claim", smallForm, declares("nothing"), async (context) => {
    const session = await accounts.sessions.client(context);
    const claim = context.req.param("claim");
    const answer = textIn(await readForm(context), "answer");
    if (!isId("claim", claim) || !isClaimAnswer(answer)) throw new InboundRefused("claim_unknown");
    try {
      await answerClaim(desk, session, claim, answer, clock());
    } catch (error) {
      // A second press of the same button is no mistake.
      if (!(error instanceof HoldfastError) || error.code !== "claim_answered") throw error;
    }
    return context.redirect(`/call?claim=${answer}`, 303);
  });

  return routes;
}

async function legsFor({ database, clock }: CallsDesk, { id }: StaffMember) {
  const now = clock();
  return await inboundFor(database, id, new Date(now.getTime() - shownMs), now);
}

/** What the page shows of a call: not until when the provider vouches for it, which changes all the time. */
function shownOf({ id, endedAt, claimed, answer }: Awaited<ReturnType<typeof legsFor>>[number]) {
  return [id, endedAt, claimed, answer];
}

async function showInbound(
  desk: CallsDesk,
  context: HttpContext,
  member: StaffMember,
  told: { problem?: string; done?: boolean },
): Promise<Response> {
  const { language } = context.var;
  const now = desk.clock();
  const page = InboundPage({
    ...{ language, now, timeZone: member.timeZone, onShift: isOnShift(member, now), ...told },
    legs: await legsFor(desk, member),
  });
  return await context.render(page, { title: say(language, "title"), unlisted: true });
}
