import { Hono } from "hono";
import { staffNames, staffPage } from "#accounts";
import {
  declares,
  type Form,
  type HttpContext,
  type HttpEnvironment,
  InvalidInput,
  readFiledForm,
  textIn,
  textsIn,
} from "#platform";
import { isShown, lastDraft, saveDraft, type Written, writtenSections } from "../edition/index.ts";
import { knownOf } from "../keeping/index.ts";
import { draftEdition } from "../publishing/index.ts";
import { say } from "./messages.ts";
import { DraftPage, editorPath, pathOf } from "./pages/index.ts";
import { type Asking, askingIn, type Editor, saidOf } from "./routes-asking.ts";
import { readRows, remarksOn, rowOf, type SentenceRow, withRoom } from "./sentence-row.ts";
import { draftKept } from "./store.ts";

const path = `${editorPath}/:brief/draft`;
const formBytesMax = 1_000_000;

type Typed = { rows: SentenceRow[]; problem?: string };

/** The sentences of a brief: written, checked while they are, and saved when each has its claims. */
export function draftRoutes(editor: Editor) {
  const { desk, clock } = editor;
  const { database } = desk;
  const routes = new Hono<HttpEnvironment>();

  routes.get(
    path,
    staffPage(async (context) => {
      const asking = await askingIn(editor, context);
      const lines = await lastDraft(database, asking.brief.id);
      return await show(editor, context, asking, { rows: withRoom(lines.map(rowOf)) });
    }),
  );

  routes.post(
    path,
    declares("nothing"),
    staffPage(async (context) => {
      const asking = await askingIn(editor, context);
      const { hand, brief } = asking;
      const { form, isCut } = await readFiledForm(context, formBytesMax);
      const typed = rowsIn(form);
      const act = textIn(form, "act");
      if (act === "look") return await show(editor, context, asking, { rows: typed });
      const rows = withRoom(typed);
      if (act === "check" && !isCut) return await show(editor, context, asking, { rows });
      const { language } = context.var;
      try {
        const { lines, wrong } = readRows(rows);
        if (isCut) throw new InvalidInput("draft_too_long", say(language, "draft.too_long"));
        if (wrong.size > 0) {
          throw new InvalidInput(
            "wrong_draft",
            say(language, "draft.wrong", { count: wrong.size }),
          );
        }
        const onto = Number(textIn(form, "draft"));
        await saveDraft(desk, hand, brief, { lines, onto }, clock());
        return context.redirect(`${pathOf(brief)}/draft?done=saved`, 303);
      } catch (error) {
        const problem = saidOf(error);
        context.status(400);
        return await show(editor, context, asking, { rows, problem });
      }
    }, editorPath),
  );

  return routes;
}

/** What was typed, each section in its order. */
function rowsIn(form: Form): SentenceRow[] {
  return writtenSections.flatMap((section: Written) => {
    const [questions, texts, claims] = [
      textsIn(form, `question-${section}`),
      textsIn(form, `text-${section}`),
      textsIn(form, `claims-${section}`),
    ];
    return texts.map((text, place) => ({
      ...{ section, text, claims: claims[place] ?? "", question: questions[place] ?? "" },
    }));
  });
}

async function show(
  { desk: { database }, readAdvice, clock }: Editor,
  context: HttpContext,
  { brief }: Asking,
  { rows, problem }: Typed,
): Promise<Response> {
  const { language } = context.var;
  const read = readRows(rows);
  const wanted = { reason: undefined, advice: await readAdvice(), lines: read.lines };
  const { objections } = await draftEdition(database, brief, wanted, clock());
  // Why there is another edition is written on its page.
  const own = objections.filter(({ section }) => section !== "reason");
  const { byRow, rest } = remarksOn(rows, read, own);
  const { claims } = await knownOf(database, brief.id);
  const kept = await draftKept(database, brief.id);
  const names = await staffNames(database, kept ? [kept.by] : []);
  const page = DraftPage({
    ...{ language, brief, rows, problem, rest, remarks: byRow },
    claims: claims.filter(isShown),
    draft: kept && { ...kept, by: names.get(kept.by) ?? say(language, "somebody") },
    done: context.req.query("done") === "saved" ? say(language, "done.saved") : undefined,
  });
  return await context.render(page, { title: brief.title, unlisted: true });
}
