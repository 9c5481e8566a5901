import { createHash } from "node:crypto";
import { Hono } from "hono";
import {
  assetRoutes,
  declares,
  HoldfastError,
  type HttpContext,
  type HttpEnvironment,
  type Id,
  isId,
  type Language,
  problemOf,
  readForm,
  script,
  smallForm,
  textIn,
} from "#platform";
import type { Accounts } from "../open.ts";
import { StepUpNeeded } from "../session/index.ts";
import {
  memberOf,
  requireFreshPasskey,
  type StaffMember,
  staffById,
  staffPage,
} from "../staff/index.ts";
import type { Approval } from "./approval.ts";
import { say } from "./messages.ts";
import { ApprovalsPage, type ShownApproval } from "./pages/index.ts";
import { ApprovalUnknown } from "./refusals.ts";
import { approvalsOf } from "./store.ts";

const path = "/staff/approvals";
const listedMax = 50;
const done = ["asked", "approved", "refused", "withdrawn"] as const;

/** Lets a page that waits for somebody show by itself what became of it. */
export const standingScript = script(
  "standing",
  new URL("../browser/standing.ts", import.meta.url),
);

/** `/staff/approvals`: what is asked, and the answer of whom the desk drew. */
export function approvalRoutes(accounts: Accounts) {
  const { desk, sessions, approvals } = accounts;
  const routes = new Hono<HttpEnvironment>();
  routes.route("/", standingRoutes(accounts));

  routes.get(
    path,
    staffPage(async (context) => {
      const session = await sessions.staff(context);
      const member = await memberOf(desk, session);
      const now = desk.clock();
      const listed = await approvalsOf(desk.database, member.id, listedMax, now);
      const isWaiting = ({ approver, state }: Approval) =>
        approver === member.id && state.is === "asked";
      if (listed.some(isWaiting)) requireFreshPasskey(session, await desk.profile(), now);
      return await show(context, member);
    }),
  );

  routes.post(
    `${path}/:approval/decide`,
    smallForm,
    declares("nothing"),
    staffPage(async (context) => {
      const session = await sessions.staff(context);
      const decision = textIn(await readForm(context), "decision");
      if (decision !== "approved" && decision !== "refused") throw new ApprovalUnknown();
      return await told(context, await memberOf(desk, session), async () => {
        await approvals.decide(session, idIn(context), decision, desk.clock());
        return decision;
      });
    }, path),
  );

  routes.post(
    `${path}/:approval/withdraw`,
    smallForm,
    declares("nothing"),
    staffPage(async (context) => {
      const member = await memberOf(desk, await sessions.staff(context));
      return await told(context, member, async () => {
        await approvals.withdraw(member.id, idIn(context), desk.clock());
        return "withdrawn";
      });
    }, path),
  );

  /** What was refused is said on the page, beside what it is about. */
  async function told(
    context: HttpContext,
    member: StaffMember,
    work: () => Promise<(typeof done)[number]>,
  ): Promise<Response> {
    try {
      return context.redirect(`${path}?done=${await work()}`, 303);
    } catch (error) {
      if (!(error instanceof HoldfastError) || error instanceof StepUpNeeded) throw error;
      context.status(problemOf(error, context.var.requestId).status);
      return await show(context, member, error.message);
    }
  }

  async function show(context: HttpContext, { id }: StaffMember, problem?: string) {
    const { language } = context.var;
    const listed = await approvalsOf(desk.database, id, listedMax, desk.clock());
    const shown = await Promise.all(listed.map((one) => shownOf(accounts, language, one, id)));
    const isWaiting = ({ approval: { approver, state } }: ShownApproval) =>
      approver === id && state.is === "asked";
    const isAsked = ({ approval: { askedBy, state } }: ShownApproval) =>
      askedBy === id && (state.is === "asked" || state.is === "approved");
    const what = done.find((one) => one === context.req.query("done"));
    const page = ApprovalsPage({
      language,
      waiting: shown.filter(isWaiting),
      asked: shown.filter(isAsked),
      over: shown.filter((one) => !isWaiting(one) && !isAsked(one)),
      problem,
      standing: standingOf(listed),
      script: standingScript.path,
      done: problem === undefined && what ? say(language, `done.${what}`) : undefined,
    });
    return await context.render(page, { title: say(language, "title"), unlisted: true });
  }

  return routes;
}

/** One word for how these approvals stand: it changes when one of them does. */
function standingOf(listed: readonly Approval[]): string {
  const text = listed.map(({ id, state }) => `${id} ${state.is}`).join();
  return createHash("sha256").update(text).digest("base64url");
}

/** How somebody's approvals stand, for a page that waits. */
function standingRoutes({ desk, sessions }: Accounts) {
  const routes = new Hono<HttpEnvironment>();
  routes.route("/", assetRoutes([standingScript]));
  routes.get(
    `${path}/standing`,
    staffPage(async (context) => {
      const { id } = await memberOf(desk, await sessions.staff(context));
      const listed = await approvalsOf(desk.database, id, listedMax, desk.clock());
      return context.json({ standing: standingOf(listed) });
    }),
  );
  return routes;
}

async function shownOf(
  { desk, approvals }: Accounts,
  language: Language,
  approval: Approval,
  viewer: Id<"staff">,
): Promise<ShownApproval> {
  const nameOf = async (id: Id<"staff">) => (await staffById(desk.database, id))?.name ?? id;
  const [described, askedBy, approver] = await Promise.all([
    approvals.kindOf(approval.kind).describe(language, approval, viewer),
    nameOf(approval.askedBy),
    nameOf(approval.approver),
  ]);
  return { approval, described, askedBy, approver };
}

function idIn(context: HttpContext): Id<"approval"> {
  const id = context.req.param("approval");
  if (!isId("approval", id)) throw new ApprovalUnknown();
  return id;
}
