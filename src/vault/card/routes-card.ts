import { Hono } from "hono";
import type { Child } from "hono/jsx";
import { NotSignedIn, StepUpNeeded, staffPage } from "#accounts";
import {
  assetRoutes,
  declares,
  type Form,
  HoldfastError,
  type HttpContext,
  type HttpEnvironment,
  type Id,
  isId,
  problemOf,
  readForm,
  script,
  smallForm,
  textIn,
  textsIn,
} from "#platform";
import { fieldNames, purposesIn } from "#policy";
import { say as sayOfVault } from "../messages.ts";
import type { Vault } from "../open.ts";
import { askClient, NoClientContact } from "../request/index.ts";
import type { Shown } from "../reveal/index.ts";
import { type AtDesk, atDesk } from "../routes-desk.ts";
import { cardFor } from "./card.ts";
import { type CardLook, FieldUnknown, lookFrom, testFrom } from "./looking.ts";
import { refusedSentences, say } from "./messages.ts";
import { ClientCard, LookPage, ticketsPath } from "./pages/index.ts";

const path = `${ticketsPath}/:ticket/card`;

const cardScript = script("card", new URL("../browser/card-page.ts", import.meta.url));

/** What stands beside the conversation on the desk's page of a ticket: the client's card. */
export async function clientCard(
  vault: Vault,
  context: HttpContext,
  { id: ticket, requester }: { id: Id<"ticket">; requester: { is: string } },
): Promise<Child> {
  const { viewer } = await atDesk(vault, context);
  const rules = await vault.desk.access();
  const { language } = context.var;
  const card =
    requester.is === "client"
      ? await cardFor(vault.desk, viewer, ticket, vault.desk.clock())
      : ({ is: "none", why: "guest" } as const);
  const offered = card.is === "fields" ? card.purposes : [];
  return ClientCard({
    ...{ language, ticket, card, script: cardScript.path },
    purposes: purposesIn({ access: rules }, language).filter(({ id }) => offered.includes(id)),
    shownAtOnceMax: rules.shown_at_once,
  });
}

/** What the card's buttons do: JSON for its script, a page for a browser without one. */
export function cardRoutes(vault: Vault) {
  const { desk } = vault;
  const routes = new Hono<HttpEnvironment>();
  routes.route("/", assetRoutes([cardScript]));

  type Work = (context: HttpContext, form: Form, at: AtDesk) => Promise<Response>;

  const act = (name: string, work: Work) =>
    routes.post(
      `${path}/${name}`,
      smallForm,
      declares("nothing"),
      staffPage(async (context) => {
        const at = await atDesk(vault, context);
        const form = await readForm(context);
        try {
          return await work(context, form, at);
        } catch (error) {
          return await tellRefused(context, error);
        }
      }, ticketsPath),
    );

  act(":field/reveal", async (context, form, { viewer }) => {
    const look: CardLook = { ...lookIn(context, form), action: "reveal" };
    return await tellShown(vault, context, look, await lookFrom(vault, viewer, look));
  });

  act(":field/test", async (context, form, { viewer }) => {
    const looked = lookIn(context, form);
    const { field } = looked;
    const test = testFrom(await desk.access(), field, {
      is: textIn(form, "test"),
      stated: textIn(form, `stated.${field}`),
      amount: textIn(form, `amount.${field}`),
    });
    const look: CardLook = { ...looked, action: "test", test };
    return await tellShown(vault, context, look, await lookFrom(vault, viewer, look));
  });

  act("ask", async (context, form, at) => {
    const ticket = ticketIn(context);
    const one = textIn(form, "field");
    const named = one === "" ? textsIn(form, "fields[]") : [one];
    const fields = fieldNames.filter((name) => named.includes(name));
    const purpose = textIn(form, "purpose");
    await askClient(vault, at, { ticket, purpose, fields }, desk.clock());
    if (isPage(context)) return context.redirect(`${ticketsPath}/${ticket}#client-card`, 303);
    return context.json({ said: say(context.var.language, "said.asked") });
  });

  return routes;
}

/** What was seen, for a while: nobody keeps it, and without JavaScript the page leads back when the time is over. */
async function tellShown(
  { desk }: Vault,
  context: HttpContext,
  { ticket, field }: CardLook,
  shown: Shown,
): Promise<Response> {
  const { language } = context.var;
  const { shown_seconds: seconds } = await desk.access();
  const { receipt } = shown;
  const yesOrNo = shown.is === "answer" && shown.answer ? "said.yes" : "said.no";
  const said = say(language, shown.is === "value" ? "said.value" : yesOrNo, {
    event: receipt.event,
  });
  const value = shown.is === "value" ? shown.value : undefined;
  if (!isPage(context)) return context.json({ value, said, seconds, receipt });
  const back = `${ticketsPath}/${ticket}`;
  context.header("refresh", `${seconds}; url=${back}`);
  const told = { value, said: [said, say(language, "look.leads_back", { seconds })] };
  return await renderLook(context, sayOfVault(language, `field.${field}`), told);
}

async function tellRefused(context: HttpContext, error: unknown): Promise<Response> {
  const isTold = error instanceof HoldfastError;
  if (!isTold || error instanceof NotSignedIn || error instanceof StepUpNeeded) throw error;
  const { status, code } = problemOf(error, context.var.requestId);
  const refused = refusedSentences(context.var.language, error);
  if (!isPage(context)) return context.json({ code, refused }, status);
  context.status(status);
  return await renderLook(context, say(context.var.language, "title"), { refused });
}

async function renderLook(
  context: HttpContext,
  title: string,
  told: { value?: string | undefined; said?: readonly string[]; refused?: readonly string[] },
): Promise<Response> {
  const { language } = context.var;
  const back = `${ticketsPath}/${context.req.param("ticket")}`;
  const page = LookPage({ language, back, title, ...told });
  return await context.render(page, { title, unlisted: true });
}

function lookIn(context: HttpContext, form: Form) {
  const name = context.req.param("field");
  const field = fieldNames.find((one) => one === name);
  if (!field) throw new FieldUnknown();
  const [purpose, reason] = [textIn(form, "purpose"), textIn(form, "reason")];
  return { ticket: ticketIn(context), field, purpose, reason };
}

/** @throws {NoClientContact} */
function ticketIn(context: HttpContext): Id<"ticket"> {
  const id = context.req.param("ticket");
  if (!isId("ticket", id)) throw new NoClientContact();
  return id;
}

function isPage({ req }: HttpContext): boolean {
  return !(req.header("accept") ?? "").includes("application/json");
}
