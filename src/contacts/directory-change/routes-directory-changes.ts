import { OpenAPIHono } from "@hono/zod-openapi";
import { type Accounts, type StaffSession, StepUpNeeded, staffNames, staffPage } from "#accounts";
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
import type { DirectorySource } from "../source.ts";
import type { DirectoryChanges } from "./directory-changes.ts";
import { say } from "./messages.ts";
import { ChangePage, ChangesPage } from "./pages/index.ts";
import { ProposalUnknown } from "./refusals.ts";

const path = "/staff/directory";
const done = { propose: "proposed", withdraw: "withdrawn" } as const;

type Options = { accounts: Accounts; source: DirectorySource; changes: DirectoryChanges };

/** `/staff/directory`: what is in force, what would change, and by whom; everybody on the staff sees it. */
export function directoryChangeRoutes(options: Options) {
  const { accounts, changes } = options;
  const { desk, sessions } = accounts;
  const routes = new OpenAPIHono<HttpEnvironment>();

  routes.get(
    path,
    staffPage(async (context) => {
      await sessions.staff(context);
      return await showAll(context);
    }),
  );

  routes.post(
    path,
    declares("nothing"),
    staffPage(async (context) => {
      const session = await sessions.staff(context);
      const form = await readForm(context);
      const reason = textIn(form, "reason");
      const file = form.edition;
      if (!(file instanceof File) || file.size === 0) {
        context.status(400);
        return await showAll(context, {
          problem: say(context.var.language, "upload.missing"),
          reason,
        });
      }
      try {
        const what = { text: await file.text() };
        const id = await changes.propose(session, what, reason, desk.clock());
        return context.redirect(`${path}/${id}?done=proposed`, 303);
      } catch (error) {
        return await showAll(context, { problem: toldOf(context, error), reason });
      }
    }, path),
  );

  routes.get(
    `${path}/:proposal`,
    staffPage(async (context) => {
      await sessions.staff(context);
      return await showOne(context);
    }),
  );

  const act = (
    name: "propose" | "withdraw",
    work: (session: StaffSession, id: Id<"proposal">, context: HttpContext) => Promise<unknown>,
  ) =>
    routes.post(
      `${path}/:proposal/${name}`,
      smallForm,
      declares("nothing"),
      staffPage(async (context) => {
        const session = await sessions.staff(context);
        const id = idIn(context);
        try {
          await work(session, id, context);
        } catch (error) {
          return await showOne(context, toldOf(context, error));
        }
        return context.redirect(`${path}/${id}?done=${done[name]}`, 303);
      }, path),
    );

  act("propose", async (session, uploaded, context) => {
    const reason = textIn(await readForm(context), "reason");
    await changes.propose(session, { uploaded }, reason, desk.clock());
  });

  act("withdraw", (session, id) => changes.withdraw(session, id, desk.clock()));

  const showAll = (context: HttpContext, told = {}) => showChanges(options, context, told);
  const showOne = (context: HttpContext, problem?: string) => showChange(options, context, problem);
  return routes;
}

async function showChanges(
  { accounts: { desk }, source, changes }: Options,
  context: HttpContext,
  told: { problem?: string; reason?: string },
): Promise<Response> {
  const { language } = context.var;
  const listed = await changes.list(desk.clock());
  const { content } = (await source.current()).published;
  const page = ChangesPage({ language, directory: content, listed, ...told });
  return await context.render(page, { title: say(language, "title"), unlisted: true });
}

async function showChange(
  { accounts: { desk }, changes }: Options,
  context: HttpContext,
  problem: string | undefined,
): Promise<Response> {
  const { language } = context.var;
  const { proposal, state } = await changes.find(idIn(context), desk.clock());
  const diff = await changes.diff(proposal);
  const by = [proposal.proposed?.by, proposal.agreed?.by].filter((id) => id !== undefined);
  const names = await staffNames(desk.database, by);
  const asked = context.req.query("done");
  const said = asked === "proposed" || asked === "withdrawn" ? asked : undefined;
  const page = ChangePage({ language, proposal, state, diff, names, problem, done: said });
  const title = say(language, "one.title", { version: proposal.version });
  return await context.render(page, { title, unlisted: true });
}

function idIn(context: HttpContext): Id<"proposal"> {
  const id = context.req.param("proposal");
  if (!isId("proposal", id)) throw new ProposalUnknown();
  return id;
}

function toldOf(context: HttpContext, error: unknown): string {
  if (!(error instanceof HoldfastError) || error instanceof StepUpNeeded) throw error;
  context.status(problemOf(error, context.var.requestId).status);
  return error.message;
}
