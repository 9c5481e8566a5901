import { Hono } from "hono";
import { hasRole, type StaffMember, staffPage } from "#accounts";
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
import { BookingRefused, cancel, rebook } from "../booking/index.ts";
import { type Call, callById, type StaffReason, staffReasons } from "../call/index.ts";
import { CallRefused } from "../calling/index.ts";
import type { CallsDesk } from "../desk.ts";
import { aheadMs, freeSlots } from "../slots/index.ts";
import { say } from "./messages.ts";
import { ChangePage, dayPath } from "./pages/index.ts";

const timesMax = 40;
const path = `${dayPath}/:call`;

type ChangeRoutesOptions = {
  desk: CallsDesk;
  memberIn(context: HttpContext): Promise<StaffMember>;
};

/** Another time for a booked call, or none: by its agent, or by a lead. Nobody chooses who calls then. */
export function changeRoutes({ desk, memberIn }: ChangeRoutesOptions) {
  const { clock } = desk;
  const routes = new Hono<HttpEnvironment>();

  routes.get(
    `${path}/change`,
    staffPage(async (context) => {
      const member = await memberIn(context);
      return await showChange(desk, context, member, await callFor(desk, context, member), {});
    }),
  );

  type Work = (call: Call, by: StaffMember, because: StaffReason, slot: string) => Promise<unknown>;

  const act = (name: "time" | "cancel", work: Work) =>
    routes.post(
      `${path}/${name}`,
      smallForm,
      declares("nothing"),
      staffPage(async (context) => {
        const member = await memberIn(context);
        const call = await callFor(desk, context, member);
        const form = await readForm(context);
        const slot = textIn(form, "slot");
        const because = staffReasons.find((one) => one === textIn(form, "because"));
        const chosen = { time: slot, because };
        if (!because) {
          const wrong = say(context.var.language, "problem.because_missing");
          context.status(400);
          return await showChange(desk, context, member, call, { chosen, wrong });
        }
        try {
          await work(call, member, because, slot);
        } catch (error) {
          if (!(error instanceof HoldfastError)) throw error;
          context.status(problemOf(error, context.var.requestId).status);
          return await showChange(desk, context, member, call, { chosen, wrong: error.message });
        }
        return context.redirect(`${dayPath}?done=${name}`, 303);
      }, dayPath),
    );

  act("time", async (call, { id }, because, slot) => {
    const startsAt = new Date(slot);
    if (startsAt.toJSON() !== slot) throw new BookingRefused("time_missing");
    await rebook(desk, { is: "staff", id }, call, { startsAt }, clock(), because);
  });
  act("cancel", async (call, { id }, because) => {
    await cancel(desk, { is: "staff", id }, call, clock(), undefined, because);
  });

  return routes;
}

/** Somebody's own call, and for a lead everybody's. @throws {CallRefused} */
async function callFor(
  { database }: CallsDesk,
  context: HttpContext,
  member: StaffMember,
): Promise<Call> {
  const call = await callById(database, idIn(context));
  const isTheirs = call?.agent === member.id || hasRole(member, "lead");
  if (!call || !isTheirs) throw new CallRefused("call_unknown");
  return call;
}

type Told = { chosen?: { time?: string; because?: StaffReason | undefined }; wrong?: string };

async function showChange(
  desk: CallsDesk,
  context: HttpContext,
  { timeZone }: StaffMember,
  call: Call,
  { chosen = {}, wrong }: Told,
): Promise<Response> {
  const { language } = context.var;
  const now = desk.clock();
  const until = new Date(now.getTime() + aheadMs);
  const slots = await freeSlots(desk, call, now, until, now);
  const times = slots.map(({ startsAt }) => startsAt).filter((at) => at > call.startsAt);
  const page = ChangePage({
    ...{ language, call, timeZone, chosen, wrong, now },
    times: times.slice(0, timesMax),
  });
  return await context.render(page, { title: say(language, "change.title"), unlisted: true });
}

/** @throws {CallRefused} */
function idIn(context: HttpContext): Id<"call"> {
  const id = context.req.param("call");
  if (!isId("call", id)) throw new CallRefused("call_unknown");
  return id;
}
