import { Hono } from "hono";
import { hasRole, requireRole, type StaffMember, staffNames, staffPage } from "#accounts";
import {
  assetRoutes,
  type HttpContext,
  type HttpEnvironment,
  type Id,
  isId,
  script,
} from "#platform";
import { ticketFor } from "./answering/index.ts";
import type { Live } from "./live/index.ts";
import type { Macros } from "./macro/index.ts";
import { say } from "./messages.ts";
import { QueuePage, queuePath } from "./pages/index.ts";
import { publicIds } from "./public-ids.ts";
import { deskAttachmentRoutes } from "./routes-attachments.ts";
import type { Beside } from "./routes-beside.ts";
import { idIn } from "./routes-client.ts";
import { actRoutes } from "./routes-desk-acts.ts";
import { deskTicketRoutes } from "./routes-desk-ticket.ts";
import { stream } from "./routes-stream.ts";
import {
  isQueue,
  type Listed,
  liveTickets,
  type Ticket,
  type TicketChange,
} from "./ticket/index.ts";
import type { Tickets } from "./tickets.ts";

const listedMax = 100;

const deskScript = script("desk", new URL("browser/desk-page.ts", import.meta.url));

export type DeskRoutesOptions = { tickets: Tickets; live: Live; macros: Macros; beside: Beside };

/** What the files of agents' routes share: who asks, and where the pages' script is. */
export type DeskPages = DeskRoutesOptions & {
  /** Who asks: somebody who works on tickets. @throws {NotSignedIn} {RoleNeeded} */
  memberIn(context: HttpContext): Promise<StaffMember>;
  script: string;
};

/** Whether a change concerns somebody's list: a ticket that is in it now, or was. */
function ofList(staff: Id<"staff">, listed: readonly Pick<Ticket, "id">[]) {
  const own = new Set(listed.map(({ id }) => id));
  return ({ id, assignee }: TicketChange): boolean => {
    const was = own.delete(id);
    if (assignee === staff) own.add(id);
    return was || assignee === staff;
  };
}

/** `/staff/tickets`: the queue, a conversation, and what agents do with it. */
export function deskRoutes(options: DeskRoutesOptions) {
  const { tickets, live } = options;
  const { accounts, database, clock, replyTimes, freezesOf } = tickets.desk;
  const routes = new Hono<HttpEnvironment>();
  routes.route("/", assetRoutes([deskScript]));

  const signedIn = async (context: HttpContext) => {
    const session = await accounts.sessions.staff(context);
    const member = await requireRole(accounts.desk, session, "agent", "lead");
    return { session: { staff: member.id, id: session.id }, member };
  };
  const memberIn = async (context: HttpContext): Promise<StaffMember> =>
    (await signedIn(context)).member;

  routes.get(
    queuePath,
    staffPage(async (context) => {
      const member = await memberIn(context);
      const isLead = hasRole(member, "lead");
      const asked = context.req.query("queue") ?? "";
      const queue = isLead && isQueue(asked) ? asked : undefined;
      const after = placeIn(context.req.query("after") ?? "");
      const assignee = isLead ? undefined : member.id;
      const found = await liveTickets(database, listedMax + 1, {
        ...{ assignee, queue, after },
        freezes: await freezesOf(database, [member.id]),
      });
      const listed = found.slice(0, listedMax);
      const last = found.length > listedMax ? listed.at(-1) : undefined;
      const staff = listed.flatMap(({ assignee }) => assignee?.staff ?? []);
      const { language } = context.var;
      const page = QueuePage({
        ...{ language, tickets: listed, isLead, queue, replyTimes },
        isFirst: after === undefined,
        next: last && placeOf(last),
        accounts: await publicIds(database, listed),
        names: await staffNames(database, staff),
        now: clock(),
      });
      return await context.render(page, { title: say(language, "queue.title"), unlisted: true });
    }),
  );

  routes.get(
    `${queuePath}/stream`,
    staffPage(async (context) => {
      const { session, member } = await signedIn(context);
      if (hasRole(member, "lead")) return stream(context, live, { session, isFor: () => true });
      const listed = await liveTickets(database, listedMax, { assignee: member.id });
      return stream(context, live, { session, isFor: ofList(member.id, listed) });
    }),
  );

  routes.get(
    `${queuePath}/:ticket/stream`,
    staffPage(async (context) => {
      const { session, member } = await signedIn(context);
      const { id } = await ticketFor(tickets, member, idIn(context));
      return stream(context, live, { session, isFor: (change) => change.id === id, ticket: id });
    }),
  );

  const pages = { ...options, memberIn, script: deskScript.path };
  routes.route("/", deskTicketRoutes(pages));
  routes.route("/", actRoutes(pages));
  routes.route("/", deskAttachmentRoutes(pages));
  return routes;
}

/** A place in the list, as it stands in the address of its next page. */
function placeOf({ id, waitingSince }: Pick<Ticket, "id" | "waitingSince">): string {
  return `${waitingSince?.getTime() ?? "none"}.${id}`;
}

/** What is no place is the beginning. */
function placeIn(text: string): Listed["after"] {
  const [since = "", id = ""] = text.split(".");
  if (!isId("ticket", id) || !/^(?:none|\d{1,15})$/.test(since)) return undefined;
  return { id, waitingSince: since === "none" ? undefined : new Date(Number(since)) };
}
