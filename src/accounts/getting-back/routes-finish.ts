import { Hono } from "hono";
import {
  declares,
  type Form,
  type HttpContext,
  type HttpEnvironment,
  readForm,
  smallForm,
  textIn,
} from "#platform";
import { accountOf } from "../account/index.ts";
import {
  addAuthenticator,
  firstStep,
  type SetUp,
  SetUpOver,
  setUpIn,
  shownSetUp,
} from "../authenticator/index.ts";
import type { Changing } from "../change/index.ts";
import { type Told, told } from "../form/index.ts";
import { type Link, LinkRefused, linkPlaces, openLink } from "../link/index.ts";
import type { Accounts } from "../open.ts";
import {
  ceremonyOf,
  createdPasskey,
  creationOptions,
  keepPasskey,
  passkeyName,
  passkeyScript,
  toldOf,
} from "../passkey/index.ts";
import { keepPassword, passwordScript, problemSentence, requireStrong } from "../password/index.ts";
import { addRecoveryCodes, endRecovery, recoveryOf, showNewCodes } from "../recovery/index.ts";
import { say } from "./messages.ts";
import { FinishPage } from "./pages/index.ts";

const path = `${linkPlaces.finish_recovery}/:token` as const;

/** `/recover/finish/:token`: new factors in the place of all that were lost. */
export function finishRecoveryRoutes(accounts: Accounts) {
  const { desk, sessions } = accounts;
  const routes = new Hono<HttpEnvironment>();

  routes.get(path, async (context) => {
    const link = await linkOf(accounts, context);
    return await show(accounts, context, link, {});
  });

  routes.post(`${path}/passkey/options`, smallForm, declares("nothing"), async (context) => {
    const link = await linkOf(accounts, context);
    const account = await accountOf(desk.database, link.client);
    const owner = { id: link.client, named: account?.publicId ?? "" };
    return context.json(await creationOptions(await ceremony(context, link), owner, []));
  });

  routes.post(`${path}/passkey`, smallForm, declares("recovery_done"), async (context) => {
    const link = await linkOf(accounts, context);
    const form = await readForm(context);
    let codes: string[];
    try {
      const passkey = await createdPasskey(await ceremony(context, link), textIn(form, "answer"));
      const name = passkeyName(textIn(form, "name"), sessions.asking(context).browser);
      codes = await finish(accounts, context, link, (changing) =>
        keepPasskey(changing, name, passkey),
      );
    } catch (error) {
      const { sentence, status } = toldOf(error, context, context.var.language);
      context.status(status);
      return await show(accounts, context, link, { problem: { code: "passkey", sentence } });
    }
    return await showDone(accounts, context, link, codes);
  });

  routes.post(`${path}/password`, smallForm, declares("recovery_done"), async (context) => {
    const link = await linkOf(accounts, context);
    const form = await readForm(context);
    const setUp = setUpIn(form, accounts.sealing, link.client, desk.clock());
    const email = textIn(form, "email").slice(0, 254).trim();
    let codes: string[];
    try {
      codes = await finishWithPassword(accounts, context, link, { form, email, setUp });
    } catch (error) {
      const problem = toldAbout(context, error);
      return await show(accounts, context, link, { email, setUp, problem });
    }
    return await showDone(accounts, context, link, codes);
  });

  async function ceremony(context: HttpContext, { id }: Link) {
    const secret = sessions.visitor(context);
    return await ceremonyOf(accounts, context, "sign_up", { is: "link", id, secret });
  }

  return routes;
}

async function finishWithPassword(
  accounts: Accounts,
  context: HttpContext,
  link: Link,
  { form, email, setUp }: { form: Form; email: string; setUp: SetUp | undefined },
): Promise<string[]> {
  const { desk, hasher } = accounts;
  const password = textIn(form, "password");
  if (!setUp) throw new SetUpOver();
  await requireStrong(desk, password, email);
  const step = firstStep(setUp, textIn(form, "code"), desk.clock());
  const hash = await hasher.hash(password);
  return await finish(accounts, context, link, async (changing) => {
    await keepPassword(changing, hash);
    await addAuthenticator(changing, link.client, setUp, step);
  });
}

/** @returns the new recovery codes */
async function finish(
  { desk, sessions }: Accounts,
  context: HttpContext,
  link: Link,
  add: (changing: Changing) => Promise<unknown>,
): Promise<string[]> {
  return await endRecovery(desk, link, sessions.asking(context), desk.clock(), async (changing) => {
    await add(changing);
    return await addRecoveryCodes(desk, changing, link.client);
  });
}

/** The link of a recovery whose delay is over. @throws {LinkRefused} */
async function linkOf({ desk }: Accounts, context: HttpContext): Promise<Link> {
  const now = desk.clock();
  const id = desk.outbox.linkTokens.linkIn(context.req.param("token") ?? "");
  const link = id && (await openLink(desk.database, id, now));
  if (link?.purpose !== "finish_recovery") throw new LinkRefused();
  await recoveryOf(desk, link, now);
  return link;
}

type Shown = { email?: string; setUp?: SetUp | undefined; problem?: Told };

async function show(
  { desk, sessions, sealing }: Accounts,
  context: HttpContext,
  link: Link,
  { email = "", setUp, problem }: Shown,
) {
  const { language } = context.var;
  const shown = await shownSetUp(desk, sealing, link.client, desk.clock(), setUp);
  const here = `${linkPlaces.finish_recovery}/${desk.outbox.linkTokens.tokenFor(link.id)}`;
  const name = sessions.asking(context).browser;
  const scripts = { passkey: passkeyScript.path, password: passwordScript.path };
  const page = { language, path: here, name, email, setUp: shown, scripts, problem };
  context.header("cache-control", "no-store");
  const title = say(language, "finish.title");
  return context.render(FinishPage(page), { title, unlisted: true });
}

async function showDone(
  { desk }: Accounts,
  context: HttpContext,
  { client }: Link,
  codes: readonly string[],
) {
  const title = say(context.var.language, "finish.done");
  return await showNewCodes(desk, context, client, codes, { title, next: "/sign-in" });
}

function toldAbout(context: HttpContext, error: unknown): Told {
  return told(error, context, (code, refusal) =>
    problemSentence(context.var.language, code, refusal),
  );
}
