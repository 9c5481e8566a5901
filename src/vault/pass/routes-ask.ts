import { Hono } from "hono";
import { requireFreshPasskey, StepUpNeeded, staffPage } from "#accounts";
import {
  declares,
  type Form,
  HoldfastError,
  type HttpContext,
  type HttpEnvironment,
  problemOf,
  readForm,
  smallForm,
  textIn,
} from "#platform";
import { fieldNames } from "#policy";
import { deniedSentences } from "../messages.ts";
import type { Vault } from "../open.ts";
import { AccessDenied, type Viewer } from "../reveal/index.ts";
import { atDesk } from "../routes-desk.ts";
import { WrongIdentifier } from "../search/index.ts";
import { askBreakGlass, readAsked, reasonLettersMin, typedNames } from "./ask/index.ts";
import { fieldList, purposeWords } from "./describing.ts";
import { say } from "./messages.ts";
import { AskPage, type AskPageProps, passPath } from "./pages/index.ts";
import { WrongAsk } from "./refusals.ts";
import { breakGlassScope } from "./scope.ts";
import { passStateOf } from "./state.ts";
import { askedBy } from "./store.ts";

const ownMax = 10;

/** `/staff/break-glass`: somebody asks to look at a client without the client. */
export function askRoutes(vault: Vault) {
  const { desk } = vault;
  const routes = new Hono<HttpEnvironment>();

  /** An agent or a lead with a passkey proven just now: the page says what that person did with break-glass. */
  const asker = async (context: HttpContext): Promise<Viewer> => {
    const { viewer, session } = await atDesk(vault, context);
    requireFreshPasskey(session, await desk.accounts.desk.profile(), desk.clock());
    return viewer;
  };

  routes.get(
    passPath,
    staffPage(async (context) => {
      const { staff } = await asker(context);
      return await show(context, staff, { typed: {}, chosen: [] });
    }),
  );

  routes.post(
    passPath,
    smallForm,
    declares("nothing"),
    staffPage(async (context) => {
      const viewer = await asker(context);
      const form = await readForm(context);
      const typed = Object.fromEntries(typedNames.map((name) => [name, textIn(form, name)]));
      const chosen = chosenIn(form);
      try {
        const asked = readAsked(typed, chosen, await desk.access());
        const id = await askBreakGlass(desk, viewer, asked, desk.clock());
        return context.redirect(`${passPath}/${id}`, 303);
      } catch (error) {
        const told = toldOf(error, context);
        return await show(context, viewer.staff, { typed, chosen, told });
      }
    }, passPath),
  );

  async function show(
    context: HttpContext,
    staff: Viewer["staff"],
    filled: Pick<AskPageProps, "typed" | "chosen" | "told">,
  ): Promise<Response> {
    const { language } = context.var;
    const { purposes, break_glass: limits } = await desk.access();
    const now = desk.clock();
    const asked = await askedBy(desk.database, staff, ownMax);
    const own = asked.map(async (one) => {
      const [{ is: state }, approval] = await Promise.all([
        passStateOf(desk, one, now),
        desk.accounts.approvals.find(one.approval, now),
      ]);
      const { data: scope } = breakGlassScope.safeParse(approval?.scope);
      const fields = fieldList(language, scope?.fields ?? []);
      return { id: one.id, askedAt: one.askedAt, fields, state };
    });
    const page = AskPage({
      ...{ language, reasonLettersMin, sealedDaysMax: limits.sealed_days_max },
      purposes: purposes.map(({ id }) => ({
        id,
        short: purposeWords({ purposes }, language, id),
      })),
      own: await Promise.all(own),
      ...filled,
    });
    return await context.render(page, { title: say(language, "title"), unlisted: true });
  }

  return routes;
}

function chosenIn(form: Form): string[] {
  return fieldNames.filter((field) => textIn(form, `field_${field}`) === "on");
}

/** What the page says of a refusal; what isn't one is thrown on. */
function toldOf(error: unknown, context: HttpContext): NonNullable<AskPageProps["told"]> {
  if (!(error instanceof HoldfastError) || error instanceof StepUpNeeded) throw error;
  context.status(problemOf(error, context.var.requestId).status);
  if (error instanceof AccessDenied) {
    return { sentences: deniedSentences(context.var.language, error.rules) };
  }
  const wrong = error instanceof WrongIdentifier ? "identifier" : undefined;
  const field = error instanceof WrongAsk ? error.field : wrong;
  return { sentences: [error.message], field };
}
