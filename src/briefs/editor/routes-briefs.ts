import { Hono } from "hono";
import { changeStream, staffPage } from "#accounts";
import {
  declares,
  type HttpContext,
  type HttpEnvironment,
  InvalidInput,
  readForm,
  smallForm,
  textIn,
} from "#platform";
import { allBriefs, briefSchema, openBrief } from "../brief/index.ts";
import { bodyOf, lastEditions, waitingEditions } from "../publishing/index.ts";
import { say } from "./messages.ts";
import {
  BriefsPage,
  editorPath,
  type ListedBrief,
  NewPage,
  pathOf,
  type Standing,
} from "./pages/index.ts";
import { type Editor, saidOf, workerIn } from "./routes-asking.ts";
import { countedBriefs, markOfBriefs } from "./store.ts";

const noCounts = { sources: 0, claims: 0, proposed: 0, open: 0, edition: undefined };

/** The list of briefs, and beginning one. */
export function listRoutes(editor: Editor) {
  const { desk, accounts, clock } = editor;
  const { database } = desk;
  const routes = new Hono<HttpEnvironment>();

  routes.get(
    editorPath,
    staffPage(async (context) => {
      await workerIn(editor, context);
      const { language } = context.var;
      const waiting = new Set((await waitingEditions(database)).map(({ brief }) => brief));
      const page = BriefsPage({
        ...{ language, waiting: waiting.size },
        briefs: await listed(editor, waiting),
      });
      return await context.render(page, { title: say(language, "title"), unlisted: true });
    }),
  );

  routes.get(
    `${editorPath}/stream`,
    staffPage(async (context) => {
      const { session } = await workerIn(editor, context);
      return changeStream(context, accounts.desk, session, () => markOfBriefs(database));
    }),
  );

  routes.get(
    `${editorPath}/new`,
    staffPage(async (context) => {
      await workerIn(editor, context);
      return await showForm(context, { title: "", firm: "", authorRole: "" });
    }),
  );

  routes.post(
    editorPath,
    smallForm,
    declares("nothing"),
    staffPage(async (context) => {
      const { hand } = await workerIn(editor, context);
      const form = await readForm(context);
      const [title, firm] = [textIn(form, "title"), textIn(form, "firm")];
      const typed = { title, firm, authorRole: textIn(form, "author") };
      try {
        const about = briefSchema.safeParse(typed);
        if (!about.success) {
          throw new InvalidInput("wrong_brief", say(context.var.language, "new.wrong"));
        }
        const brief = await openBrief(desk, hand, about.data, clock());
        return context.redirect(`${pathOf(brief)}/sources/new`, 303);
      } catch (error) {
        const problem = saidOf(error);
        context.status(400);
        return await showForm(context, typed, problem);
      }
    }, editorPath),
  );

  return routes;
}

async function listed(
  { desk: { database } }: Editor,
  waiting: ReadonlySet<string>,
): Promise<ListedBrief[]> {
  const counted = await countedBriefs(database);
  const last = new Map(
    (await lastEditions(database)).map((edition) => [edition.brief, bodyOf(edition).is]),
  );
  const standingOf = (is: "edition" | "withdrawal" | undefined): Standing => {
    if (is === undefined) return "draft";
    return is === "edition" ? "published" : "withdrawn";
  };
  return (await allBriefs(database)).map((brief) => ({
    brief,
    counted: counted.get(brief.id) ?? noCounts,
    standing: standingOf(last.get(brief.id)),
    isWaiting: waiting.has(brief.id),
  }));
}

async function showForm(
  context: HttpContext,
  typed: Parameters<typeof NewPage>[0]["typed"],
  problem?: string,
): Promise<Response> {
  const { language } = context.var;
  const page = NewPage({ language, typed, problem });
  return await context.render(page, { title: say(language, "new"), unlisted: true });
}
