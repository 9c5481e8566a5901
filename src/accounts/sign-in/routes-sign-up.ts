import { Hono } from "hono";
import {
  declares,
  HoldfastError,
  type HttpContext,
  type HttpEnvironment,
  problemOf,
  readForm,
  smallForm,
  textIn,
} from "#platform";
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
import { backPath } from "./back.ts";
import { say } from "./messages.ts";
import { ChoosePage, SentPage, SignUpPage } from "./pages/index.ts";
import { keepDevice, startSession } from "./routes-start.ts";
import { answerSignUp, emailIndex, openAccount, openSignUp, type SignUp } from "./sign-up.ts";

const emailLettersMax = 254;
const secondsInHour = 3_600;

/** `/sign-up`, up to the choice of how to sign in, and the choice of a passkey. */
export function signUpRoutes(accounts: Accounts) {
  const { desk, sessions, underWay } = accounts;
  const hour = { windowSeconds: secondsInHour };
  const takeAttempt = desk.limits({ name: "sign_up", requestsMax: 20, ...hour });
  const takeMail = desk.limits({ name: "sign_up_mail", requestsMax: 5, ...hour });
  const routes = new Hono<HttpEnvironment>();

  routes.get("/sign-up", (context) => showSignUp(context));

  routes.post("/sign-up", smallForm, declares("nothing"), async (context) => {
    const email = textIn(await readForm(context), "email")
      .slice(0, emailLettersMax)
      .trim();
    const now = desk.clock();
    try {
      await takeAttempt(sessions.asking(context).network);
      const index = await emailIndex(desk, email);
      await takeMail(Buffer.from(index).toString("hex"));
      const asked = { email, index, language: context.var.language.tag };
      underWay.start(
        () => answerSignUp(desk, asked, now),
        () => context.var.log.error("a sign-up was not answered"),
      );
    } catch (error) {
      return showSignUp(context, email, error);
    }
    return context.redirect("/sign-up/sent", 303);
  });

  routes.get("/sign-up/sent", async (context) => {
    const { language } = context.var;
    const { activation_seconds: seconds } = await desk.profile();
    const hours = Math.max(1, Math.round(seconds / secondsInHour));
    return context.render(SentPage({ language, hours }), {
      title: say(language, "sign_up.sent.title"),
      unlisted: true,
    });
  });

  return routes;
}

/** `/sign-up/confirm/:token`: what the link in the first mail opens. Until a way to sign in is chosen, nothing happens. */
export function chooseRoutes(accounts: Accounts) {
  const { desk, sessions } = accounts;
  const routes = new Hono<HttpEnvironment>();

  routes.get("/sign-up/confirm/:token", async (context) => {
    const token = context.req.param("token");
    return showChoice(accounts, context, token, await openSignUp(desk, token, desk.clock()));
  });

  routes.post(
    "/sign-up/confirm/:token/options",
    smallForm,
    declares("nothing"),
    async (context) => {
      const signUp = await openSignUp(desk, context.req.param("token"), desk.clock());
      const owner = { id: signUp.link.client, named: signUp.mask };
      const ceremony = await ceremonyFor(accounts, context, signUp);
      return context.json(await creationOptions(ceremony, owner, []));
    },
  );

  routes.post(
    "/sign-up/confirm/:token",
    smallForm,
    declares("account_activated"),
    async (context) => {
      const token = context.req.param("token");
      const now = desk.clock();
      const signUp = await openSignUp(desk, token, now);
      const { client } = signUp.link;
      const form = await readForm(context);
      try {
        const ceremony = await ceremonyFor(accounts, context, signUp);
        const passkey = await createdPasskey(ceremony, textIn(form, "answer"));
        const name = passkeyName(textIn(form, "name"), sessions.asking(context).browser);
        await openAccount(desk, signUp.link, now, async (changing) => {
          const { joining } = changing;
          const factor = await keepPasskey(changing, name, passkey);
          const device = await keepDevice(accounts, context, client, changing);
          const starting = { client, proofs: ["passkey"], device: device.id, now } as const;
          await startSession(accounts, context, starting, joining);
          return factor;
        });
      } catch (error) {
        const { sentence, status } = toldOf(error, context, context.var.language);
        context.status(status);
        return showChoice(accounts, context, token, signUp, sentence);
      }
      return context.redirect(backPath(undefined), 303);
    },
  );

  return routes;
}

async function ceremonyFor(accounts: Accounts, context: HttpContext, { link }: SignUp) {
  const secret = accounts.sessions.visitor(context);
  return await ceremonyOf(accounts, context, "sign_up", { is: "link", id: link.id, secret });
}

function showSignUp(context: HttpContext, email = "", error?: unknown) {
  const { language } = context.var;
  let problem: string | undefined;
  if (error !== undefined) {
    const code = error instanceof HoldfastError ? error.code : undefined;
    if (code !== "wrong_kind" && code !== "too_many_requests") throw error;
    problem = say(language, `sign_up.problem.${code}`);
    context.status(problemOf(error, context.var.requestId).status);
  }
  return context.render(SignUpPage({ language, email, problem }), {
    title: say(language, "sign_up.title"),
  });
}

function showChoice(
  { sessions }: Accounts,
  context: HttpContext,
  token: string,
  { mask }: SignUp,
  problem?: string,
) {
  const { language } = context.var;
  const name = sessions.asking(context).browser;
  const script = passkeyScript.path;
  context.header("cache-control", "no-store");
  return context.render(ChoosePage({ language, token, mask, name, script, problem }), {
    title: say(language, "sign_up.choose.title"),
    unlisted: true,
  });
}
