import { Hono } from "hono";
import { changeStream, requireFreshPasskey, staffNames, staffPage } from "#accounts";
import {
  dayOf,
  declares,
  type Form,
  type HttpContext,
  type HttpEnvironment,
  type Id,
  minuteMs,
  readForm,
  smallForm,
  textIn,
} from "#platform";
import {
  confirmColumns,
  lastChangeOf,
  mayShred,
  namesOpenedBy,
  openName,
  Pseudonyms,
  readingOf,
  resultOf,
  runAgain,
  shredTrace,
  type Trace,
  WrongWhy,
} from "./case/index.ts";
import type { TraceDesk } from "./desk.ts";
import { say } from "./messages.ts";
import { ColumnsPage, nameMinutes, type Shown, TracePage, tracesPath } from "./pages/index.ts";
import { reportOf, reportText } from "./report.ts";
import { type Asking, askingAnalyst } from "./routes-asking.ts";
import { certificatesPanel } from "./scope/index.ts";

const path = `${tracesPath}/:trace`;

/** One trace: its columns, how far it is, what it found, and the acts. */
export function traceRoutes(desk: TraceDesk) {
  const { accounts, database, clock } = desk;
  const routes = new Hono<HttpEnvironment>();

  routes.get(
    path,
    staffPage(async (context) => show(desk, context, await askingAnalyst(desk, context))),
  );

  routes.get(
    `${path}/stream`,
    staffPage(async (context) => {
      const { session, trace } = await askingAnalyst(desk, context);
      return changeStream(context, desk, session, () => lastChangeOf(database, trace.id));
    }),
  );

  routes.get(
    `${path}/report/:form`,
    staffPage(async (context) => {
      const { member, trace } = await askingAnalyst(desk, context);
      const opening = { actor: { is: "staff", id: member.id }, purpose: "report" } as const;
      const result = await resultOf(desk, trace, opening, clock());
      const called = new Pseudonyms(result);
      const { language } = context.var;
      if (context.req.param("form") === "json") {
        return attached(context, trace, "json", reportOf(language, result, called));
      }
      return attached(context, trace, "txt", reportText(language, trace.begunAt, result, called));
    }),
  );

  /** An act leads back to the trace; a reason that is none is said there. */
  const act = (
    name: string,
    needs: "nothing" | "passkey",
    work: (context: HttpContext, asking: Asking, form: Form) => Promise<string>,
  ) =>
    routes.post(
      `${path}/${name}`,
      smallForm,
      declares("nothing"),
      staffPage(async (context) => {
        const asked = await askingAnalyst(desk, context);
        if (needs === "passkey") {
          requireFreshPasskey(asked.session, await accounts.desk.profile(), clock());
        }
        try {
          const done = await work(context, asked, await readForm(context));
          return context.redirect(`${tracesPath}/${asked.trace.id}${done}`, 303);
        } catch (error) {
          if (!(error instanceof WrongWhy)) throw error;
          context.status(400);
          return await show(desk, context, asked, error.message);
        }
      }, tracesPath),
    );

  act("columns", "nothing", async (_context, { member, trace }, form) => {
    const words = wordsIn(form);
    await confirmColumns(desk, trace.id, words, { is: "staff", id: member.id }, clock());
    return "";
  });

  act("again", "nothing", async (_context, { member, trace }) => {
    await runAgain(desk, trace, { is: "staff", id: member.id }, clock());
    return "";
  });

  act("people/:called/name", "passkey", async (context, { member, trace }, form) => {
    const called = context.req.param("called") ?? "";
    const asked = { called, reason: textIn(form, "reason") };
    await openName(desk, member.id, trace, asked, clock());
    return `?done=opened#person-${called}`;
  });

  act("shred", "passkey", async (_context, { member, trace }, form) => {
    await shredTrace(desk, member.id, trace, textIn(form, "reason"), clock());
    return "?done=shredded";
  });

  return routes;
}

/** What each column was said to be, in their order. */
function wordsIn(form: Form): string[] {
  const count = Object.keys(form).filter((name) => name.startsWith("column-")).length;
  return Array.from({ length: count }, (_, place) => textIn(form, `column-${place}`));
}

async function show(
  desk: TraceDesk,
  context: HttpContext,
  { member, trace }: Asking,
  problem?: string,
): Promise<Response> {
  const { language } = context.var;
  const { state, by } = trace;
  const render = async (page: ReturnType<typeof TracePage>) =>
    await context.render(page, {
      title: say(language, "trace.title", { at: trace.begunAt }),
      unlisted: true,
    });
  if (state.is === "columns") {
    const actor = { is: "staff", id: member.id } as const;
    const sample = await readingOf(desk, trace, actor, desk.clock());
    return await render(ColumnsPage({ language, trace, sample }));
  }
  const told = [
    ...(by.is === "staff" ? [by.id] : []),
    ...(state.is === "shredded" ? [state.by] : []),
  ];
  const done = (["opened", "shredded"] as const).find((one) => one === context.req.query("done"));
  return await render(
    TracePage({
      ...{ language, trace, problem },
      mayShred: await mayShred(desk, member.id, trace),
      people: await staffNames(desk.database, told),
      shown: await shownTo(desk, member.id, trace),
      besides:
        (state.is === "done" || state.is === "shredded") &&
        (await certificatesPanel(desk, { language, viewer: member.id, trace })),
      page: Math.max(1, Number.parseInt(context.req.query("page") ?? "1", 10) || 1),
      done: done && say(language, `done.${done}`),
    }),
  );
}

/** What a trace that is done found, opened for this analyst, with the names that this one opened just now. */
async function shownTo(
  desk: TraceDesk,
  viewer: Id<"staff">,
  trace: Trace,
): Promise<Shown | undefined> {
  if (trace.state.is !== "done") return undefined;
  const now = desk.clock();
  const opening = { actor: { is: "staff", id: viewer }, purpose: "result" } as const;
  const result = await resultOf(desk, trace, opening, now);
  const since = new Date(now.getTime() - nameMinutes * minuteMs);
  const opened = await namesOpenedBy(desk.database, trace.id, viewer, since);
  const names = await staffNames(desk.database, opened);
  return { trace, result, called: new Pseudonyms(result), names };
}

function attached(
  context: HttpContext,
  { begunAt }: Trace,
  ending: "json" | "txt",
  said: string | object,
): Response {
  const day = dayOf(begunAt);
  context.header("content-disposition", `attachment; filename="trace-${day}.${ending}"`);
  return typeof said === "string" ? context.text(said) : context.json(said);
}
