import { Hono } from "hono";
import {
  declares,
  type HttpContext,
  type HttpEnvironment,
  readForm,
  smallForm,
  textIn,
  transaction,
} from "#platform";
import type { Accounts } from "../open.ts";
import {
  ceremonyOf,
  createdPasskey,
  creationOptions,
  type NewPasskey,
  passkeyScript,
  toldOf,
} from "../passkey/index.ts";
import { RegistrationRefused, say, staffById, staffSignedIn } from "../staff/index.ts";
import {
  keepStaffPasskey,
  openStaffLink,
  type StaffLink,
  takeStaffLink,
} from "../staff-passkey/index.ts";
import { RegisterPage } from "./pages/index.ts";

const limit = { name: "staff_register", requestsMax: 30, windowSeconds: 60 };

/** `/staff/register/…`: the passkey of whom an administrator handed a link. */
export function registerRoutes(accounts: Accounts) {
  const { desk, sessions } = accounts;
  const takeAttempt = desk.limits(limit);
  const routes = new Hono<HttpEnvironment>();

  routes.get("/staff/register/:token", async (context) => show(context, await open(context)));

  routes.post("/staff/register/:token/options", smallForm, declares("nothing"), async (context) => {
    const link = await open(context);
    const person = await staffById(desk.database, link.staff);
    const owner = { id: link.staff, named: person?.email ?? person?.name ?? "" };
    return context.json(await creationOptions(await ceremony(context, link), owner, []));
  });

  routes.post("/staff/register/:token", smallForm, declares("nothing"), async (context) => {
    const link = await open(context);
    const form = await readForm(context);
    try {
      const made = await createdPasskey(await ceremony(context, link), textIn(form, "answer"));
      await register(accounts, context, link, { made, named: textIn(form, "name") });
    } catch (error) {
      if (error instanceof RegistrationRefused) throw error;
      const { sentence, status } = toldOf(error, context, context.var.language);
      context.status(status);
      return await show(context, link, sentence);
    }
    return context.redirect("/staff", 303);
  });

  async function open(context: HttpContext): Promise<StaffLink> {
    context.header("cache-control", "no-store");
    context.header("referrer-policy", "no-referrer");
    await takeAttempt(sessions.asking(context).network);
    const id = desk.outbox.linkTokens.linkIn(context.req.param("token") ?? "");
    const link = id && (await openStaffLink(desk.database, id, desk.clock()));
    if (!link) throw new RegistrationRefused();
    return link;
  }

  async function ceremony(context: HttpContext, { id }: StaffLink) {
    const asker = { is: "link", id, secret: sessions.visitor(context) } as const;
    return await ceremonyOf(accounts, context, "staff_add", asker);
  }

  async function show(context: HttpContext, { staff }: StaffLink, problem?: string) {
    const { language } = context.var;
    const person = await staffById(desk.database, staff);
    const { path: script } = passkeyScript;
    const asked = { language, name: person?.name ?? "", path: context.req.path, script, problem };
    const title = say(language, "register.title");
    return context.render(RegisterPage(asked), { title, unlisted: true });
  }

  return routes;
}

/** Without an identity provider, whoever made the passkey is signed in with it. @throws {RegistrationRefused} */
async function register(
  { desk, sessions, provider }: Accounts,
  context: HttpContext,
  link: StaffLink,
  kept: { made: NewPasskey; named: string },
): Promise<void> {
  const now = desk.clock();
  const holder = { is: "staff", id: link.staff } as const;
  await transaction(desk.database, async (joining) => {
    if (!(await takeStaffLink(joining, link, now))) throw new RegistrationRefused();
    await keepStaffPasskey(desk, joining, link.staff, { ...kept, replaces: true }, now);
    if (provider) return;
    await sessions.start(context, holder, { passkey: now }, now, joining);
    const details = { staff: link.staff, proof: "passkey" as const };
    await desk.appender.append(holder, { kind: staffSignedIn, details }, now, joining);
  });
}
