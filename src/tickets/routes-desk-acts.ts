import { Hono } from "hono";
import { type StaffMember, StepUpNeeded, staffPage } from "#accounts";
import {
  declares,
  type Form,
  HoldfastError,
  type HttpContext,
  type HttpEnvironment,
  type Id,
  isId,
  readForm,
  textIn,
} from "#platform";
import {
  askForRelease,
  mergeInto,
  reply,
  setPriority,
  setStatus,
  setTags,
  takeApart,
  ticketFor,
  transfer,
} from "./answering/index.ts";
import { changeable, isChanged, shownIn } from "./changed.ts";
import { queuePath } from "./pages/index.ts";
import { idIn } from "./routes-client.ts";
import type { DeskPages } from "./routes-desk.ts";
import { showDeskTicket } from "./routes-desk-ticket.ts";
import { toldOf } from "./routes-told.ts";
import { showLost, showStaffUnsent, writtenIn } from "./routes-unsent.ts";
import {
  isQueue,
  isSettable,
  priorities,
  TicketUnknown,
  tagsFrom,
  WrongTicket,
} from "./ticket/index.ts";
import { endWriting } from "./writing/index.ts";

type Act = {
  name: string;
  /** What the page says afterwards; without it, how the ticket stands says it. */
  done?: string;
  /** It sends its form's text: then that isn't shown again. */
  sendsText?: true;
  /** It asks that a stopped answer is sent: refused, it can be asked again. */
  asksRelease?: true;
  /** Whether the form leaves all as it had shown it: then nothing is done, and the page says so. */
  isUnchanged?(form: Form): boolean;
  work(form: Form, member: StaffMember, id: Id<"ticket">): Promise<void>;
};

/** What agents do with a ticket. Whatever becomes of an act, what was typed and not sent is shown again. */
export function actRoutes(pages: DeskPages) {
  const routes = new Hono<HttpEnvironment>();
  for (const act of [...writingActs(pages), ...changingActs(pages)]) {
    routes.post(
      `${queuePath}/:ticket/${act.name}`,
      declares("nothing"),
      staffPage((context) => doAct(pages, context, act), queuePath),
    );
  }
  return routes;
}

async function doAct(pages: DeskPages, context: HttpContext, act: Act) {
  const { tickets, memberIn } = pages;
  const member = await memberIn(context).catch((error) => showStaffUnsent(context, error));
  if (member instanceof Response) return member;
  const id = idIn(context);
  const form = await readForm(context);
  const isPublic = textIn(form, "kind") !== "note";
  const own = () => ticketFor(tickets, member, id).catch(() => undefined);
  try {
    await act.work(form, member, id);
  } catch (error) {
    if (!(error instanceof HoldfastError) || error instanceof StepUpNeeded) throw error;
    const ticket = await own();
    if (!ticket && writtenIn(form) === "") throw error;
    if (!ticket) return await showLost(context, writtenIn(form), "lost");
    const told = toldOf(error, context);
    const isStopped = act.asksRelease || told.code === "message_stopped";
    const filled = {
      ...{ told, draft: { text: inBox(form), isPublic }, chosen: form },
      ...(isStopped && { stoppedText: textIn(form, "text") }),
    };
    return await showDeskTicket(pages, context, member, ticket, filled);
  }
  const ticket = await own();
  const text = leftIn(form, act);
  const done = act.isUnchanged?.(form) ? "unchanged" : act.done;
  if (text === "") {
    const place = ticket ? `${queuePath}/${id}` : queuePath;
    return context.redirect(done ? `${place}?done=${done}` : place, 303);
  }
  if (!ticket) return await showLost(context, text, "given");
  const filled = { ...(done && { done }), draft: { text, isPublic } };
  return await showDeskTicket(pages, context, member, ticket, filled);
}

/** What stands in the answer box: a form that has words of its own as its text brings it along beside them. */
function inBox(form: Form): string {
  return textIn(form, "draft") || textIn(form, "text");
}

/** The same without what was sent. */
function leftIn(form: Form, { sendsText }: Act): string {
  const plain = (text: string) => text.replaceAll("\r\n", "\n").trim();
  const isSent = sendsText && plain(inBox(form)) === plain(textIn(form, "text"));
  return isSent ? "" : inBox(form);
}

function writingActs({ tickets }: DeskPages): Act[] {
  const { database, clock } = tickets.desk;
  return [
    {
      ...{ name: "messages", done: "sent", sendsText: true },
      async work(form, member, id) {
        const isPublic = textIn(form, "kind") !== "note";
        const seen = textIn(form, "seen");
        const written = {
          text: textIn(form, "text"),
          isPublic,
          ...(isId("msg", seen) && { seen }),
        };
        await reply(tickets, member, id, written, clock());
        await endWriting(database, member.id);
      },
    },
    {
      ...{ name: "release", sendsText: true, asksRelease: true },
      async work(form, member, id) {
        const [text, reason] = [textIn(form, "text"), textIn(form, "reason")];
        await askForRelease(tickets, member, id, text, reason, clock());
      },
    },
  ];
}

function changingActs({ tickets }: DeskPages): Act[] {
  const { clock } = tickets.desk;
  return [
    {
      ...{ name: "status", done: "saved" },
      isUnchanged: (form) => !changeable.some((field) => isChanged(form, field)),
      async work(form, member, id) {
        const status = textIn(form, "status");
        const priority = priorities.find((one) => one === textIn(form, "priority"));
        const now = clock();
        const shown = shownIn(form, "tags");
        if (isChanged(form, "tags")) {
          await setTags(tickets, member, id, tagsFrom(textIn(form, "tags")), tagsFrom(shown), now);
        }
        if (isChanged(form, "status") && isSettable(status)) {
          await setStatus(tickets, member, id, status, now);
        }
        if (isChanged(form, "priority") && priority) {
          await setPriority(tickets, member, id, priority, now);
        }
      },
    },
    {
      ...{ name: "transfer", done: "transferred" },
      async work(form, member, id) {
        const queue = textIn(form, "queue");
        if (!isQueue(queue)) throw new WrongTicket("queue", "Choose one of the queues.");
        await transfer(tickets, member, id, queue, textIn(form, "reason"), clock());
      },
    },
    {
      ...{ name: "merge", done: "merged" },
      async work(form, member, id) {
        const into = textIn(form, "into");
        if (!isId("ticket", into)) throw new TicketUnknown();
        await mergeInto(tickets, member, id, into, clock());
      },
    },
    {
      ...{ name: "apart", done: "apart" },
      work: (_form, member, id) => takeApart(tickets, member, id, clock()),
    },
  ];
}
