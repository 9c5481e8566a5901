import { Hono } from "hono";
import {
  requireFreshPasskey,
  requireRole,
  type StaffMember,
  StepUpNeeded,
  staffPage,
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
import type { Vault } from "../open.ts";
import { say } from "./messages.ts";
import { ReviewsPage, type ReviewsPageProps, reviewsPath } from "./pages/index.ts";
import { findings } from "./pass.ts";
import { NotYourReview } from "./refusals.ts";
import { closeReview } from "./review/index.ts";
import { showing } from "./shown-review.ts";
import { passesToReview } from "./store.ts";
import { wordsIn } from "./words.ts";

const waitingMax = 100;
const closedMax = 20;
const noteLettersMin = 20;

/** `/staff/reviews`: what break-glass was used for, and the word of somebody who had no part in it. */
export function reviewRoutes({ desk }: Vault) {
  const { database, accounts, clock } = desk;
  const routes = new Hono<HttpEnvironment>();

  const reviewer = async (context: HttpContext): Promise<StaffMember> => {
    const session = await accounts.sessions.staff(context);
    const member = await requireRole(accounts.desk, session, "lead", "analyst");
    requireFreshPasskey(session, await accounts.desk.profile(), clock());
    return member;
  };

  routes.get(
    reviewsPath,
    staffPage(async (context) => await show(context, await reviewer(context))),
  );

  routes.post(
    `${reviewsPath}/:grant`,
    smallForm,
    declares("nothing"),
    staffPage(async (context) => {
      const member = await reviewer(context);
      const form = await readForm(context);
      const id = context.req.param("grant") ?? "";
      const typed = { id, finding: textIn(form, "finding"), note: textIn(form, "note") };
      try {
        const finding = findings.find((one) => one === typed.finding);
        if (!isId("grant", id) || !finding) throw new NotYourReview();
        const note = wordsIn("note", typed.note, noteLettersMin);
        await closeReview(desk, member, id, { finding, note }, clock());
      } catch (error) {
        if (!(error instanceof HoldfastError) || error instanceof StepUpNeeded) throw error;
        context.status(problemOf(error, context.var.requestId).status);
        return await show(context, member, { problem: error.message, typed });
      }
      return context.redirect(`${reviewsPath}?done=closed`, 303);
    }, reviewsPath),
  );

  async function show(
    context: HttpContext,
    member: StaffMember,
    told: Pick<ReviewsPageProps, "problem" | "typed"> = {},
  ): Promise<Response> {
    const { language } = context.var;
    const [waiting, closed] = await Promise.all([
      passesToReview(database, false, waitingMax),
      passesToReview(database, true, closedMax),
    ]);
    const shownOf = await showing(desk, language, member, [...waiting, ...closed]);
    const page = ReviewsPage({
      ...{ language, noteLettersMin, now: clock(), ...told },
      waiting: await Promise.all(waiting.map(shownOf)),
      closed: await Promise.all(closed.map(shownOf)),
      isDone: told.problem === undefined && context.req.query("done") === "closed",
    });
    return await context.render(page, { title: say(language, "reviews.title"), unlisted: true });
  }

  return routes;
}
