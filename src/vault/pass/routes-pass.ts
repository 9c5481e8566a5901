import { Hono } from "hono";
import { StepUpNeeded, staffPage, standingScript } from "#accounts";
import {
  assetRoutes,
  declares,
  HoldfastError,
  type HttpContext,
  type HttpEnvironment,
  isId,
  problemOf,
  readForm,
  script,
  smallForm,
  textIn,
} from "#platform";
import type { FieldName } from "#policy";
import { isFrozenFor } from "../freeze/index.ts";
import { deniedSentences } from "../messages.ts";
import type { Vault } from "../open.ts";
import { encryptReason } from "../reason.ts";
import { masksOf } from "../record/index.ts";
import { AccessDenied, type Viewer } from "../reveal/index.ts";
import { atDesk } from "../routes-desk.ts";
import { purposeWords } from "./describing.ts";
import { say } from "./messages.ts";
import { PassPage, type PassPageProps, passPath } from "./pages/index.ts";
import type { AskedPass } from "./pass.ts";
import { PassUnknown } from "./refusals.ts";
import { isOpenFor, type PassState, passStateOf } from "./state.ts";
import { askedById } from "./store.ts";

/** What stands where not even a mask is shown. */
const hidden = "•••";

const passScript = script("pass", new URL("../browser/pass-page.ts", import.meta.url));

/** `/staff/break-glass/:grant`: what came of an ask; while it is open, its fields, each shown by an act of its own. */
export function passRoutes(vault: Vault) {
  const { desk } = vault;
  const routes = new Hono<HttpEnvironment>();
  routes.route("/", assetRoutes([passScript]));

  const ownIn = async (context: HttpContext) => {
    const { viewer } = await atDesk(vault, context);
    const asked = await askedIn(vault, context);
    if (asked.staff !== viewer.staff) throw new PassUnknown();
    return { viewer, asked, state: await passStateOf(desk, asked, desk.clock()) };
  };

  routes.get(
    `${passPath}/:grant`,
    staffPage(async (context) => {
      const { asked, state } = await ownIn(context);
      return await show(context, asked, state);
    }),
  );

  routes.get(
    `${passPath}/:grant/standing`,
    staffPage(async (context) => {
      const { state } = await ownIn(context);
      return context.json({ standing: state.is });
    }),
  );

  routes.post(
    `${passPath}/:grant/show`,
    smallForm,
    declares("nothing"),
    staffPage(async (context) => {
      const { viewer, asked, state } = await ownIn(context);
      const isProgram = context.req.header("accept") === "application/json";
      const typed = textIn(await readForm(context), "field");
      try {
        const shown = await lookUnder(vault, viewer, state, typed);
        if (isProgram) return context.json({ value: shown.value });
        const { shown_seconds: seconds } = await desk.access();
        context.header("refresh", `${seconds}; url=${passPath}/${asked.id}`);
        return await show(context, asked, state, { shown });
      } catch (error) {
        if (!(error instanceof HoldfastError) || error instanceof StepUpNeeded) throw error;
        const { status } = problemOf(error, context.var.requestId);
        const problem =
          error instanceof AccessDenied
            ? deniedSentences(context.var.language, error.rules)
            : [error.message];
        context.status(status);
        if (isProgram) return context.json({ problem: problem.join(" ") });
        return await show(context, asked, state, { problem });
      }
    }, passPath),
  );

  async function show(
    context: HttpContext,
    asked: AskedPass,
    state: PassState,
    told: Pick<PassPageProps, "shown" | "problem"> = {},
  ): Promise<Response> {
    const { language } = context.var;
    const rules = await desk.access();
    const pass = isOpenFor(state, asked.staff) ? state.pass : undefined;
    const isStopped = pass && (await isFrozenFor(desk.database, asked.staff, pass.client));
    const masks = pass ? await masksOf(desk.database, pass.client, asked.staff) : [];
    const page = PassPage({
      ...{ language, state, path: `${passPath}/${asked.id}`, ...told, now: desk.clock() },
      purpose: pass ? purposeWords(rules, language, pass.purpose) : "",
      masks: new Map(masks.map(({ field, mask }) => [field, isStopped ? hidden : mask])),
      ...{ shownSeconds: rules.shown_seconds, shownAtOnce: rules.shown_at_once },
      scripts: [passScript.path, standingScript.path],
    });
    return await context.render(page, { title: say(language, "title"), unlisted: true });
  }

  return routes;
}

/**
 * One value under a live pass, for the reason that the pass was given for.
 * @throws {PassUnknown} and what a look throws
 */
async function lookUnder(
  { desk, revealing }: Vault,
  by: Viewer,
  state: PassState,
  typed: string,
): Promise<{ field: FieldName; value: string }> {
  if (!isOpenFor(state, by.staff)) throw new PassUnknown();
  const { client, purpose, approval: id, fields } = state.pass;
  const field = fields.find((name) => name === typed);
  const approval = await desk.accounts.approvals.find(id, desk.clock());
  if (!field || !approval) throw new PassUnknown();
  const reason = await encryptReason(desk.keykeeper, client, approval.reason);
  const asked = { by, client, field, purpose, reason, action: "reveal" } as const;
  const shown = await revealing.look(asked);
  if (shown.is !== "value") throw new Error("a reveal showed no value");
  return { field, value: shown.value };
}

/** @throws {PassUnknown} */
export async function askedIn({ desk }: Vault, context: HttpContext): Promise<AskedPass> {
  const id = context.req.param("grant");
  const asked = isId("grant", id) ? await askedById(desk.database, id) : undefined;
  if (!asked) throw new PassUnknown();
  return asked;
}
