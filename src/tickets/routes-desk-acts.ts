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
import { say } from "./messages.ts";
import { queuePath, UnsentPage } from "./pages/index.ts";
import { idIn } from "./routes-client.ts";
import type { DeskPages } from "./routes-desk.ts";
import { showDeskTicket } from "./routes-desk-ticket.ts";
import { toldOf } from "./routes-told.ts";
import {
  isQueue,
  isSettable,
  priorities,
  TicketUnknown,
  tagsFrom,
  WrongTicket,
} from "./ticket/index.ts";
import { endWriting } from "./writing/index.ts";

/** Who acts lost the ticket meanwhile: what was typed is shown once more. */
async function showLost(context: HttpContext, text: string, error: HoldfastError) {
  if (text === "") throw error;
  const { language } = context.var;
  context.status(404);
  const page = UnsentPage({ language, text, sentence: say(language, "unsent.lost") });
  return await context.render(page, { title: say(language, "unsent.title"), unlisted: true });
}

/** What agents do with a ticket. A refused act shows the ticket again, with what was typed. */
export function actRoutes(pages: DeskPages) {
  const { tickets, memberIn } = pages;
  const { database, clock } = tickets.desk;
  const routes = new Hono<HttpEnvironment>();

  const act = (
    name: string,
    done: string,
    work: (form: Form, member: StaffMember, id: Id<"ticket">) => Promise<void>,
  ) =>
    routes.post(
      `${queuePath}/:ticket/${name}`,
      declares("nothing"),
      staffPage(async (context) => {
        const member = await memberIn(context);
        const id = idIn(context);
        const form = await readForm(context);
        const draft = { text: textIn(form, "text"), isPublic: textIn(form, "kind") !== "note" };
        try {
          await work(form, member, id);
        } catch (error) {
          if (!(error instanceof HoldfastError) || error instanceof StepUpNeeded) throw error;
          const ticket = await ticketFor(tickets, member, id).catch(() => undefined);
          if (!ticket) return await showLost(context, draft.text || textIn(form, "reason"), error);
          const told = toldOf(error, context);
          return await showDeskTicket(pages, context, member, ticket, { told, draft });
        }
        const own = await ticketFor(tickets, member, id).catch(() => undefined);
        const place = own ? `${queuePath}/${id}` : queuePath;
        return context.redirect(`${place}?done=${done}`, 303);
      }, queuePath),
    );

  act("messages", "sent", async (form, member, id) => {
    const isPublic = textIn(form, "kind") !== "note";
    const seen = textIn(form, "seen");
    const written = { text: textIn(form, "text"), isPublic };
    await reply(tickets, member, id, { ...written, ...(isId("msg", seen) && { seen }) }, clock());
    await endWriting(database, member.id);
  });

  act("release", "release_asked", async (form, member, id) => {
    const [text, reason] = [textIn(form, "text"), textIn(form, "reason")];
    await askForRelease(tickets, member, id, text, reason, clock());
  });

  act("status", "saved", async (form, member, id) => {
    const status = textIn(form, "status");
    const priority = priorities.find((one) => one === textIn(form, "priority"));
    const tags = tagsFrom(textIn(form, "tags"));
    const now = clock();
    if (isSettable(status)) await setStatus(tickets, member, id, status, now);
    if (priority) await setPriority(tickets, member, id, priority, now);
    await setTags(tickets, member, id, tags, now);
  });

  act("transfer", "transferred", async (form, member, id) => {
    const queue = textIn(form, "queue");
    if (!isQueue(queue)) throw new WrongTicket("queue", "Choose one of the queues.");
    await transfer(tickets, member, id, queue, textIn(form, "reason"), clock());
  });

  act("merge", "merged", async (form, member, id) => {
    const into = textIn(form, "into");
    if (!isId("ticket", into)) throw new TicketUnknown();
    await mergeInto(tickets, member, id, into, clock());
  });

  act("apart", "apart", async (_form, member, id) => {
    await takeApart(tickets, member, id, clock());
  });

  return routes;
}
