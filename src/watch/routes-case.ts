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
  type Form,
  type HttpContext,
  type HttpEnvironment,
  type Id,
  isId,
  readForm,
  smallForm,
  textIn,
} from "#platform";
import {
  CaseChanged,
  CaseUnknown,
  caseFor,
  closeCase,
  type Found,
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
    work: (context: HttpContext, member: StaffMember, id: Id<"case">) => Promise<Response>,
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
        return await work(context, member, id);
      }, watchPath),
    );

  act("close", async (context, member, id) => {
    const typed = closingIn(await readForm(context));
    try {
      await closeCase(desk, member, id, typed, clock());
    } catch (error) {
      if (!(error instanceof WrongReason || error instanceof CaseChanged)) throw error;
      context.status(error instanceof CaseChanged ? 409 : 400);
      return await showCase(options, context, member, { typed, problem: error.message });
    }
    return context.redirect(`${watchPath}/${id}?done=closed`, 303);
  });

  act("look", async (context, member, id) => {
    const agrees = textIn(await readForm(context), "look") === "agree";
    const open = await lookAgain(desk, member, id, agrees, clock());
    const done = agrees ? "agreed" : "reopened";
    return context.redirect(`${watchPath}/${open ?? id}?done=${done}`, 303);
  });

  act("contain", async (context, member, id) => {
    await contain(desk, member, id, clock());
    return context.redirect(`${watchPath}/${id}?done=contained`, 303);
  });

  act("release", async (context, member, id) => {
    await release(desk, member, id, clock());
    return context.redirect(`${watchPath}/${id}?done=released`, 303);
  });

  return routes;
}

async function showCase(
  { desk }: CaseRoutesOptions,
  context: HttpContext,
  viewer: StaffMember,
  refused?: { typed: Found; problem: string },
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
    ...{ language, viewer: viewer.id, of, name, signals, names, ...refused },
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

/** What a form without a moment says of how far its sender had read is: nothing. */
function closingIn(form: Form): Found {
  const read = Date.parse(textIn(form, "read"));
  return {
    finding: textIn(form, "finding") === "confirmed" ? "confirmed" : "explained",
    reason: textIn(form, "reason"),
    readUntil: new Date(Number.isNaN(read) ? 0 : read),
  };
}

const dones = ["closed", "agreed", "reopened", "contained", "released"] as const;

function doneIn(context: HttpContext): string | undefined {
  const done = dones.find((one) => one === context.req.query("done"));
  const key: MessageKey | undefined = done && `done.${done}`;
  return key && say(context.var.language, key);
}

/** @throws {CaseUnknown} */
function idIn(context: HttpContext): Id<"case"> {
  const id = context.req.param("case");
  if (!isId("case", id)) throw new CaseUnknown();
  return id;
}
