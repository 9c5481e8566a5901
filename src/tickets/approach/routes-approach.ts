import { Hono } from "hono";
import { answerRefusal, staffNames } from "#accounts";
import {
  declares,
  type HttpContext,
  type HttpEnvironment,
  type Id,
  type Language,
  readForm,
  type TakeRequest,
  textIn,
} from "#platform";
import { messageLettersMax } from "../message/index.ts";
import { WrongReport, wrongIn } from "../report/index.ts";
import { newForm, onceOfAnybody, removedSchema } from "../routes-named.ts";
import type { Tickets } from "../tickets.ts";
import { type Approached, reportApproach } from "./approaches.ts";
import { say } from "./messages.ts";
import { ApproachedPage, ApproachPage, type TypedApproach } from "./pages/index.ts";

const path = "/report/approach";
const nameLettersMax = 500;

type Colleague = { staff: Id<"staff">; name: string };

/** `/report/approach`: somebody was offered money, or was threatened. */
export function approachRoutes(tickets: Tickets, takeReport: TakeRequest) {
  const { accounts, database, clock } = tickets.desk;
  const routes = new Hono<HttpEnvironment>();
  routes.onError(answerRefusal);
  routes.use(path, async (context, next) => {
    context.header("cache-control", "no-store");
    await next();
  });

  routes.get(path, async (context) => {
    return await showForm(context, { text: "", by: "anonymous", email: "" });
  });

  routes.post(path, declares("nothing"), async (context) => {
    const form = await readForm(context);
    const typed = {
      text: textIn(form, "text"),
      by: textIn(form, "by"),
      email: textIn(form, "email"),
    };
    const { language } = context.var;
    try {
      await takeReport(context);
      const approached = await approachedIn(context, typed);
      const text = textFrom(typed.text, language);
      const { removed } = await onceOfAnybody(tickets, context, form, removedSchema, () =>
        reportApproach(tickets, text, approached, language, clock()),
      );
      const isWaiting = approached.by === "email";
      return await context.render(ApproachedPage({ language, removed, isWaiting }), {
        title: say(language, isWaiting ? "sent.email_title" : "sent.title"),
        unlisted: true,
      });
    } catch (error) {
      return await showForm(context, typed, wrongIn(error, context));
    }
  });

  /** Who reports, as was chosen: without a name nobody's session is looked at. @throws {WrongReport} */
  async function approachedIn(context: HttpContext, typed: TypedApproach): Promise<Approached> {
    if (typed.by === "anonymous") return { by: "anonymous" };
    if (typed.by === "email") return { by: "email", email: typed.email };
    const colleague = typed.by === "staff" ? await colleagueIn(context) : undefined;
    if (colleague) return { by: "staff", ...colleague };
    throw new WrongReport("answer", say(context.var.language, "form.by_missing"));
  }

  async function colleagueIn(context: HttpContext): Promise<Colleague | undefined> {
    const session = await accounts.sessions.of(context);
    if (session?.holder.is !== "staff") return undefined;
    const staff = session.holder.id;
    const name = (await staffNames(database, [staff])).get(staff);
    return name === undefined ? undefined : { staff, name };
  }

  async function showForm(
    context: HttpContext,
    typed: TypedApproach,
    told?: ReturnType<typeof wrongIn>,
  ): Promise<Response> {
    const { language } = context.var;
    const colleague = (await colleagueIn(context))?.name;
    const page = ApproachPage({
      ...{ language, typed, colleague, form: newForm() },
      ...(told && { told }),
    });
    return await context.render(page, {
      title: say(language, "title"),
      description: say(language, "description"),
      ...(told && { unlisted: true }),
    });
  }

  return routes;
}

/** @throws {WrongReport} */
function textFrom(typed: string, language: Language): string {
  const max = messageLettersMax - nameLettersMax;
  const text = typed.replaceAll("\r\n", "\n").trim();
  if (text !== "" && text.length <= max && text.isWellFormed()) return text;
  throw new WrongReport("happened", say(language, "form.text_missing", { max }));
}
