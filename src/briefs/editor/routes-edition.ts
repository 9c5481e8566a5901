import { Hono } from "hono";
import { staffPage } from "#accounts";
import {
  declares,
  type Form,
  type HttpContext,
  type HttpEnvironment,
  InvalidInput,
  readForm,
  smallForm,
  textIn,
} from "#platform";
import {
  BriefBlocked,
  bodyOf,
  draftEdition,
  type Prepared,
  prepareEdition,
  prepareWithdrawal,
  publishedEdition,
  waitingEditions,
} from "../publishing/index.ts";
import { plainLine } from "../source/index.ts";
import { say } from "./messages.ts";
import { EditionPage, type EditionPageProps, editorPath } from "./pages/index.ts";
import { type Asking, askingIn, type Editor, saidOf } from "./routes-asking.ts";

const path = `${editorPath}/:brief`;
const reasonSchema = plainLine(10, 500);

type Shown = Partial<Pick<EditionPageProps, "problem" | "typed">> & { reason?: string };

/** The next edition of a brief: what keeps it from being published, a preview, and keeping its bytes for two people. */
export function editionRoutes(editor: Editor) {
  const { desk, clock, readAdvice } = editor;
  const routes = new Hono<HttpEnvironment>();

  routes.get(
    `${path}/edition`,
    staffPage(async (context) => show(editor, context, await askingIn(editor, context))),
  );

  /** What was prepared is looked at where somebody asks for it to be published. */
  const prepare = (
    name: string,
    field: "reason" | "withdrawal",
    work: (asking: Asking, form: Form, context: HttpContext) => Promise<Prepared>,
  ) =>
    routes.post(
      `${path}/${name}`,
      smallForm,
      declares("nothing"),
      staffPage(async (context) => {
        const asking = await askingIn(editor, context);
        const form = await readForm(context);
        try {
          const { id } = await work(asking, form, context);
          return context.redirect(`${editorPath}/editions/${id}`, 303);
        } catch (error) {
          const problem = saidOf(error);
          const text = textIn(form, field);
          const typed = { ...{ reason: "", withdrawal: "" }, [field]: text };
          const { language } = context.var;
          const isBlocked = error instanceof BriefBlocked && field === "reason";
          context.status(isBlocked ? 409 : 400);
          return await show(editor, context, asking, {
            problem: isBlocked ? say(language, "edition.blocked") : problem,
            typed,
            ...(field === "reason" && reasonSchema.safeParse(text).success && { reason: text }),
          });
        }
      }, editorPath),
    );

  prepare("edition", "reason", async ({ hand, brief }, form, context) => {
    const wanted = { reason: reasonIn(form, "reason", context), advice: await readAdvice() };
    return await prepareEdition(desk, hand, brief, wanted, clock());
  });

  prepare("withdrawal", "withdrawal", async ({ hand, brief }, form, context) => {
    const reason = reasonIn(form, "withdrawal", context) ?? "";
    return await prepareWithdrawal(desk, hand, brief, reason, clock());
  });

  return routes;
}

function reasonIn(form: Form, name: string, context: HttpContext): string | undefined {
  if (form[name] === undefined) return undefined;
  const read = reasonSchema.safeParse(textIn(form, name));
  if (read.success) return read.data;
  throw new InvalidInput("wrong_reason", say(context.var.language, "edition.reason.wrong"));
}

async function show(
  { desk: { database }, clock, readAdvice }: Editor,
  context: HttpContext,
  { brief }: Asking,
  { reason, ...shown }: Shown = {},
): Promise<Response> {
  const { language } = context.var;
  const wanted = { reason, advice: await readAdvice() };
  const { edition, objections } = await draftEdition(database, brief, wanted, clock());
  const last = await publishedEdition(database, brief.id);
  const waiting = (await waitingEditions(database)).find((one) => one.brief === brief.id);
  // Before anybody wrote a reason its absence is no objection: the field asks for it.
  const told = objections.filter(({ code }) => code !== "no_reason");
  const page = EditionPage({
    ...{ language, brief, edition, objections: told, waiting: waiting?.id },
    isWithdrawn: last !== undefined && bodyOf(last).is === "withdrawal",
    typed: { reason: "", withdrawal: "" },
    ...shown,
  });
  return await context.render(page, { title: brief.title, unlisted: true });
}
