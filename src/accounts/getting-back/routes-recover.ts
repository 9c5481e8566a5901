import { Hono } from "hono";
import {
  declares,
  type HoldfastError,
  type HttpContext,
  type HttpEnvironment,
  idFrom,
  nobody,
  readForm,
  smallForm,
  TooManyRequests,
  textIn,
} from "#platform";
import { clientByEmail } from "../account/index.ts";
import { type Told, told } from "../form/index.ts";
import { linkPage } from "../link/index.ts";
import type { Accounts } from "../open.ts";
import { indexOf } from "../password-sign-in/index.ts";
import { beginRecovery, type Recovery, RecoveryUnderWay, stopRecovery } from "../recovery/index.ts";
import { say } from "./messages.ts";
import { BegunPage, RecoverPage } from "./pages/index.ts";

const byNetwork = { name: "recoveries_network", requestsMax: 20, windowSeconds: 3_600 };
/** Of an address from one network: a stranger elsewhere uses up nobody's attempts, and nobody guesses 120 random bits. */
const byAccount = { name: "recoveries", requestsMax: 5, windowSeconds: 3_600 };
const secondsInDay = 86_400;

/** Who is asked for when nobody has an address: so that both ways take the same steps. */
const noClient = idFrom("client", nobody);

/** `/recover`: everything is lost but a recovery code. */
export function recoverRoutes(accounts: Accounts) {
  const { desk, sessions } = accounts;
  const routes = new Hono<HttpEnvironment>();

  routes.get("/recover", (context) => show(context, ""));

  routes.post("/recover", smallForm, declares("recovery_begun"), async (context) => {
    const form = await readForm(context);
    const email = textIn(form, "email").slice(0, 254).trim();
    const asking = sessions.asking(context);
    let begun: Recovery;
    try {
      await desk.limits(byNetwork)(asking.network);
      const index = await indexOf(desk, email);
      await desk.limits(byAccount)(`${index.toString("base64")} ${asking.network}`);
      const client = (await clientByEmail(desk.database, index)) ?? noClient;
      begun = await beginRecovery(desk, client, textIn(form, "code"), asking, desk.clock());
    } catch (error) {
      return await show(context, email, toldAbout(context, error));
    }
    const { language } = context.var;
    const title = say(language, "recover.begun.title");
    context.header("cache-control", "no-store");
    return context.render(BegunPage({ language, until: begun.dueAt }), { title, unlisted: true });
  });

  async function show(context: HttpContext, email: string, problem?: Told) {
    const { language } = context.var;
    const { recovery_seconds: seconds } = await desk.profile();
    const days = Math.max(1, Math.round(seconds / secondsInDay));
    const page = RecoverPage({ language, days, email, problem });
    return context.render(page, { title: say(language, "recover.title"), unlisted: true });
  }

  return routes;
}

/** `/recover/cancel/:token`, the link in the notice. */
export function cancelRecoveryRoutes(accounts: Accounts) {
  const { desk } = accounts;
  return linkPage(accounts, {
    purpose: "cancel_recovery",
    changes: "recovery_cancelled",
    asks: async ({ context }) => {
      const { language } = context.var;
      return {
        title: say(language, "cancel.title"),
        said: [say(language, "cancel.lead"), say(language, "cancel.new")],
        button: say(language, "cancel.button"),
      };
    },
    act: async ({ context, link, now, take }) => {
      const { language } = context.var;
      const { client } = link;
      await stopRecovery(desk, { is: "link", client }, client, now, take);
      return {
        title: say(language, "cancel.done.title"),
        said: [say(language, "cancel.done.lead"), say(language, "cancel.new")],
        next: { path: "/sign-in", label: say(language, "cancel.done.next") },
      };
    },
  });
}

function toldAbout(context: HttpContext, error: unknown): Told {
  const { language } = context.var;
  return told(error, context, (code: string, refusal: HoldfastError) => {
    if (refusal instanceof TooManyRequests) {
      const minutes = Math.ceil(refusal.retryAfterSeconds / 60);
      return say(language, "problem.too_many_requests", { minutes });
    }
    if (refusal instanceof RecoveryUnderWay) {
      return say(language, "problem.recovery_under_way", { until: refusal.until });
    }
    return code === "wrong_recovery_code" ? say(language, "problem.wrong_recovery") : undefined;
  });
}
