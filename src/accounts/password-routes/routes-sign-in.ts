import { Hono } from "hono";
import {
  declares,
  type HttpContext,
  type HttpEnvironment,
  readForm,
  smallForm,
  textIn,
} from "#platform";
import type { ChangeName } from "../change/index.ts";
import { told } from "../form/index.ts";
import type { Accounts } from "../open.ts";
import { problemSentence } from "../password/index.ts";
import {
  clientByPassword,
  proveSecond,
  type Second,
  SignInOver,
  SignIns,
} from "../password-sign-in/index.ts";
import { backPath, showSignIn } from "../sign-in/index.ts";
import { say } from "./messages.ts";
import { CodePage, WaitingPage } from "./pages/index.ts";
import { enter } from "./routes-enter.ts";

const typedMax = 1_000;
const lookAgainSeconds = 4;

/** Signing in with a password, a second factor, and in a new browser its owner's approval. */
export function passwordSignInRoutes(accounts: Accounts) {
  const { desk, sessions } = accounts;
  const signIns = new SignIns(accounts);
  const routes = new Hono<HttpEnvironment>();

  routes.post("/sign-in/password", smallForm, declares("nothing"), async (context) => {
    const form = await readForm(context);
    const back = backPath(textIn(form, "back"));
    const email = textIn(form, "email").slice(0, 254).trim();
    const password = textIn(form, "password").slice(0, typedMax);
    try {
      const { network } = sessions.asking(context);
      const asking = { network, device: sessions.knownDevice(context) };
      const own = await clientByPassword(accounts, { email, password }, asking);
      await signIns.begin(context, own, desk.clock());
    } catch (error) {
      const { sentence } = toldAbout(context, error);
      return showSignIn(context, back, sentence, email);
    }
    return context.redirect(withBack("/sign-in/code", back), 303);
  });

  routes.get("/sign-in/code", async (context) => {
    const back = backPath(context.req.query("back"));
    const signIn = await signIns.of(context, desk.clock());
    if (signIn?.stage.is === "code") return showCode(context, back);
    return context.redirect(withBack(signIn ? "/sign-in/waiting" : "/sign-in", back), 303);
  });

  for (const { path, change, second } of seconds) {
    routes.post(path, smallForm, declares(change), async (context) => {
      const form = await readForm(context);
      const back = backPath(textIn(form, "back"));
      try {
        const signIn = await signIns.of(context, desk.clock());
        if (!signIn) throw new SignInOver();
        await proveSecond(accounts, signIn, second(form), desk.clock());
      } catch (error) {
        const problem = toldAbout(context, error);
        if (error instanceof SignInOver) return showSignIn(context, back, problem.sentence);
        return showCode(context, back, problem);
      }
      return await goOn(context, back);
    });
  }

  routes.get("/sign-in/waiting", (context) => goOn(context, backPath(context.req.query("back"))));

  /** A GET takes nothing but what its own browser has proven, and its owner approved. */
  async function goOn(context: HttpContext, back: string) {
    const { language } = context.var;
    const now = desk.clock();
    const signIn = await signIns.of(context, now);
    if (!signIn || signIn.stage.is === "code") {
      return context.redirect(withBack("/sign-in", back), 303);
    }
    let entered: Awaited<ReturnType<typeof enter>>;
    try {
      entered = await enter(accounts, signIns, context, signIn, now);
    } catch (error) {
      return showSignIn(context, back, toldAbout(context, error).sentence);
    }
    if (entered.is === "in") return context.redirect(back, 303);
    if (context.req.method === "POST") {
      return context.redirect(withBack("/sign-in/waiting", back), 303);
    }
    const here = withBack("/sign-in/waiting", back);
    context.header("refresh", `${lookAgainSeconds}; url=${here}`);
    context.header("cache-control", "no-store");
    const page = WaitingPage({ language, back, until: entered.until });
    return context.render(page, { title: say(language, "waiting.title"), unlisted: true });
  }

  function showCode(context: HttpContext, back: string, problem?: ReturnType<typeof toldAbout>) {
    const { language } = context.var;
    context.header("cache-control", "no-store");
    const page = CodePage({ language, back, now: desk.clock(), problem });
    return context.render(page, { title: say(language, "step.title"), unlisted: true });
  }

  return routes;
}

type Fields = Awaited<ReturnType<typeof readForm>>;

const seconds: readonly {
  path: string;
  change: ChangeName | "nothing";
  second(form: Fields): Second;
}[] = [
  {
    path: "/sign-in/code",
    change: "nothing",
    second: (form) => ({ is: "code", typed: textIn(form, "code").slice(0, typedMax) }),
  },
  {
    path: "/sign-in/recovery-code",
    change: "recovery_code_used",
    second: (form) => ({ is: "recovery_code", typed: textIn(form, "recovery_code") }),
  },
  {
    path: "/sign-in/master-key",
    change: "master_key_used",
    second: (form) => ({ is: "master_key", typed: textIn(form, "master_key") }),
  },
];

function toldAbout(context: HttpContext, error: unknown) {
  const { language } = context.var;
  return told(error, context, (code, refusal) =>
    code === "account_locked" ? say(language, "locked") : problemSentence(language, code, refusal),
  );
}

function withBack(path: string, back: string): string {
  return `${path}?back=${encodeURIComponent(back)}`;
}
