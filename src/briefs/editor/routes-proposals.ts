import { Hono } from "hono";
import { staffPage } from "#accounts";
import {
  declares,
  type HttpContext,
  type HttpEnvironment,
  InvalidInput,
  readFiledForm,
  textIn,
  textsIn,
} from "#platform";
import { statusOf } from "../claim/index.ts";
import { decideClaims, decisionLineSchema, knownOf } from "../keeping/index.ts";
import { actsOf, isAct } from "./act.ts";
import { say } from "./messages.ts";
import { editorPath, ProposedPage, type ProposedPageProps, pathOf } from "./pages/index.ts";
import { type Asking, askingIn, type Editor, saidOf } from "./routes-asking.ts";

const path = `${editorPath}/:brief/proposals`;
const formBytesMax = 100_000;

type Shown = Partial<Pick<ProposedPageProps, "problem" | "refused" | "typed">>;

/** Claims on which nobody decided anything, and one decision on several of them. */
export function proposalRoutes(editor: Editor) {
  const { desk, clock } = editor;
  const routes = new Hono<HttpEnvironment>();

  routes.get(
    path,
    staffPage(async (context) => show(editor, context, await askingIn(editor, context))),
  );

  routes.post(
    path,
    declares("nothing"),
    staffPage(async (context) => {
      const asking = await askingIn(editor, context);
      const { hand, brief } = asking;
      const { form } = await readFiledForm(context, formBytesMax);
      const [is, reason] = [textIn(form, "is"), textIn(form, "reason")];
      const claims = textsIn(form, "claim");
      const typed = { is, reason, claims };
      try {
        const lines = claims.flatMap((claim) => {
          const line = decisionLineSchema.safeParse({ claim: Number(claim), is, reason });
          return line.success ? line.data : [];
        });
        if (lines.length === 0 || !isAct(is)) {
          const { language } = context.var;
          throw new InvalidInput("nothing_chosen", say(language, "proposed.nothing"));
        }
        const decided = await decideClaims(desk, hand, brief, lines, clock());
        const refused = decided.flatMap((one) =>
          "refused" in one ? [{ claim: one.claim, message: one.refused.message }] : [],
        );
        if (refused.length === 0) {
          return context.redirect(`${pathOf(brief)}/proposals?done=decided`, 303);
        }
        context.status(400);
        const left = { ...typed, claims: refused.map(({ claim }) => String(claim)) };
        return await show(editor, context, asking, { refused, typed: left });
      } catch (error) {
        const problem = saidOf(error);
        context.status(400);
        return await show(editor, context, asking, { problem, typed });
      }
    }, editorPath),
  );

  return routes;
}

async function show(
  { desk: { database } }: Editor,
  context: HttpContext,
  { hand, brief }: Asking,
  shown: Shown = {},
): Promise<Response> {
  const { language } = context.var;
  const known = await knownOf(database, brief.id);
  const isDone = context.req.query("done") === "decided";
  const page = ProposedPage({
    ...{ language, brief, known },
    claims: known.claims.filter((claim) => statusOf(claim) === "proposed"),
    acts: actsOf(hand.person).filter((act) => !["superseded", "public", "internal"].includes(act)),
    refused: [],
    typed: { is: "", reason: "", claims: [] },
    done: isDone ? say(language, "done.decided.all") : undefined,
    ...shown,
  });
  return await context.render(page, { title: brief.title, unlisted: true });
}
