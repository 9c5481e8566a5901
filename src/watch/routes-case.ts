import { Hono } from "hono";
import {
  changeStream,
  requireFreshPasskey,
  type StaffMember,
  type StaffSession,
  staffNames,
  staffPage,
} from "#accounts";
import {
  declares,
  type HttpContext,
  type HttpEnvironment,
  type Id,
  isId,
  readForm,
  smallForm,
  textIn,
} from "#platform";
import {
  CaseUnknown,
  caseFor,
  closeCase,
  lastChange,
  lookAgain,
  signalsOf,
  WrongReason,
} from "./case/index.ts";
import { contain, containmentsOf, headOver, release } from "./containment/index.ts";
import type { WatchDesk } from "./desk.ts";
import { type MessageKey, say } from "./messages.ts";
import { CasePage, watchPath } from "./pages/index.ts";
import { picturesOf } from "./picture/index.ts";
import { timelineOf } from "./timeline/index.ts";

const timelineMax = 200;
const path = `${watchPath}/:case`;

type CaseRoutesOptions = {
  desk: WatchDesk;
  signedIn(context: HttpContext): Promise<{ session: StaffSession; member: StaffMember }>;
};

/** One case: what it stands on, and the acts. */
export function caseRoutes(options: CaseRoutesOptions) {
  const { desk, signedIn } = options;
  const { accounts, database, clock } = desk;
  const routes = new Hono<HttpEnvironment>();

  routes.get(
    path,
    staffPage(async (context) => {
      const { member } = await signedIn(context);
      return await showCase(options, context, member);
    }),
  );

  routes.get(
    `${path}/stream`,
    staffPage(async (context) => {
      const { session, member } = await signedIn(context);
      await caseFor(database, member, idIn(context));
      return changeStream(context, desk, session, () => lastChange(database));
    }),
  );

  /** An act takes a passkey proven just now, and leads back to the case. */
  const act = (
    name: string,
    work: (context: HttpContext, member: StaffMember, id: Id<"case">) => Promise<string>,
  ) =>
    routes.post(
      `${path}/${name}`,
      smallForm,
      declares("nothing"),
      staffPage(async (context) => {
        const { session, member } = await signedIn(context);
        const id = idIn(context);
        await caseFor(database, member, id);
        requireFreshPasskey(session, await accounts.desk.profile(), clock());
        try {
          return context.redirect(await work(context, member, id), 303);
        } catch (error) {
          if (!(error instanceof WrongReason)) throw error;
          context.status(400);
          return await showCase(options, context, member, error.message);
        }
      }, watchPath),
    );

  act("close", async (context, member, id) => {
    const form = await readForm(context);
    const finding = textIn(form, "finding") === "confirmed" ? "confirmed" : "explained";
    await closeCase(desk, member, id, { finding, reason: textIn(form, "reason") }, clock());
    return `${watchPath}/${id}?done=closed`;
  });

  act("look", async (context, member, id) => {
    const agrees = textIn(await readForm(context), "look") === "agree";
    const open = await lookAgain(desk, member, id, agrees, clock());
    return `${watchPath}/${open ?? id}?done=${agrees ? "agreed" : "reopened"}`;
  });

  act("contain", async (_context, member, id) => {
    await contain(desk, member, id, clock());
    return `${watchPath}/${id}?done=contained`;
  });

  act("release", async (_context, member, id) => {
    await release(desk, member, id, clock());
    return `${watchPath}/${id}?done=released`;
  });

  return routes;
}

async function showCase(
  { desk }: CaseRoutesOptions,
  context: HttpContext,
  viewer: StaffMember,
  problem?: string,
): Promise<Response> {
  const { database, clock } = desk;
  const { language } = context.var;
  const { of, subject } = await caseFor(database, viewer, idIn(context));
  const [signals, containments, pictures] = await Promise.all([
    signalsOf(database, [of.id]),
    containmentsOf(database, of.id),
    picturesOf(database, [of.staff], clock()),
  ]);
  const events = [...new Set(signals.flatMap((signal) => signal.events))];
  const people = containments.flatMap(({ by, state }) =>
    state.is === "released" ? [by, state.by] : [by],
  );
  const { state } = of;
  if (state.is === "closed") people.push(state.by, state.secondLook?.by ?? state.by);
  const names = await staffNames(database, [of.staff, ...people]);
  const name = names.get(of.staff) ?? say(language, "case.left");
  const page = CasePage({
    ...{ language, viewer: viewer.id, of, name, signals, names, problem },
    place: subject && `${subject.team}, ${subject.employer}`,
    days: pictures.get(of.staff) ?? [],
    timeline: await timelineOf(database, events.slice(0, timelineMax)),
    events: events.length,
    containments: await Promise.all(
      containments.map(async (one) => ({ ...one, head: await headOver(database, one.event) })),
    ),
    done: doneIn(context),
  });
  const title = say(language, "case.title", { name });
  return await context.render(page, { title, unlisted: true });
}

const dones = ["closed", "agreed", "reopened", "contained", "released"] as const;

function doneIn(context: HttpContext): string | undefined {
  const done = dones.find((one) => one === context.req.query("done"));
  const key: MessageKey | undefined = done && `done.${done}`;
  return key && say(context.var.language, key);
}

/** @throws {CaseUnknown} */
function idIn(context: HttpContext): Id<"case"> {
  const id = context.req.param("case") ?? "";
  if (!isId("case", id)) throw new CaseUnknown();
  return id;
}
