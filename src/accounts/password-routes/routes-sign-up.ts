import { Hono } from "hono";
import {
  declares,
  type HttpContext,
  type HttpEnvironment,
  readForm,
  smallForm,
  textIn,
} from "#platform";
import {
  addAuthenticator,
  firstStep,
  type SetUp,
  SetUpOver,
  setUpIn,
  shownSetUp,
} from "../authenticator/index.ts";
import { type Told, told } from "../form/index.ts";
import type { Accounts } from "../open.ts";
import { keepPassword, passwordScript, problemSentence, requireStrong } from "../password/index.ts";
import {
  backPath,
  keepDevice,
  openAccount,
  openSignUp,
  type SignUp,
  startSession,
} from "../sign-in/index.ts";
import { say } from "./messages.ts";
import { PasswordSignUpPage } from "./pages/index.ts";

const path = "/sign-up/password/:token";

/** The branch of signing up that takes a password and an authenticator app, together. */
export function passwordSignUpRoutes(accounts: Accounts) {
  const { desk, hasher, sealing } = accounts;
  const routes = new Hono<HttpEnvironment>();

  routes.get(path, async (context) => {
    const signUp = await openSignUp(desk, context.req.param("token"), desk.clock());
    return await show(accounts, context, signUp, {});
  });

  routes.post(path, smallForm, declares("account_activated"), async (context) => {
    const now = desk.clock();
    const signUp = await openSignUp(desk, context.req.param("token"), now);
    const { client } = signUp.link;
    const form = await readForm(context);
    const email = textIn(form, "email").slice(0, 254).trim();
    const password = textIn(form, "password");
    const setUp = setUpIn(form, sealing, client, now);
    try {
      if (!setUp) throw new SetUpOver();
      await requireStrong(desk, password, email);
      const step = firstStep(setUp, textIn(form, "code"), now);
      const hash = await hasher.hash(password);
      await openAccount(desk, signUp.link, now, async (changing) => {
        const { joining } = changing;
        await keepPassword(changing, hash);
        await addAuthenticator(changing, client, setUp, step);
        const device = await keepDevice(accounts, context, client, changing);
        const proofs = ["password", "authenticator"] as const;
        await startSession(accounts, context, { client, proofs, device: device.id, now }, joining);
      });
    } catch (error) {
      const problem = toldAbout(context, error);
      return await show(accounts, context, signUp, { email, setUp, problem });
    }
    return context.redirect(backPath(undefined), 303);
  });

  return routes;
}

type Shown = { email?: string; setUp?: SetUp | undefined; problem?: Told };

async function show(
  { desk, sealing }: Accounts,
  context: HttpContext,
  { link, mask }: SignUp,
  { email = "", setUp, problem }: Shown,
) {
  const { language } = context.var;
  const shown = await shownSetUp(desk, sealing, link.client, desk.clock(), setUp);
  const token = desk.outbox.linkTokens.tokenFor(link.id);
  const script = passwordScript.path;
  const page = { language, token, mask, email, setUp: shown, script, problem };
  context.header("cache-control", "no-store");
  return context.render(PasswordSignUpPage(page), {
    title: say(language, "sign_up.title"),
    unlisted: true,
  });
}

function toldAbout(context: HttpContext, error: unknown): Told {
  return told(error, context, (code, refusal) =>
    problemSentence(context.var.language, code, refusal),
  );
}
