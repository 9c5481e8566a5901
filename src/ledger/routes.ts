import { Hono } from "hono";
import {
  assetRoutes,
  type Clock,
  type Database,
  type HttpEnvironment,
  held,
  script,
} from "#platform";
import { say } from "./messages.ts";
import { LogPage, VerifyPage } from "./pages/index.ts";
import { publishedPolicy, readServedPolicy } from "./policy-file.ts";
import { logState } from "./publishing/index.ts";
import { logRoutes } from "./routes-log.ts";

export type LedgerRoutesOptions = { database: Database; clock: Clock; policyFile: string };

const verifyScript = script("verify", new URL("browser/verify-page.ts", import.meta.url));

/** The log, for people and for programs. */
export function ledgerRoutes({ database, clock, policyFile }: LedgerRoutesOptions) {
  const routes = new Hono<HttpEnvironment>();
  routes.route("/", assetRoutes([verifyScript]));
  routes.route("/", logRoutes({ database, clock, policyFile }));
  const heldState = held(clock, async (now) => {
    const policy = await readServedPolicy(policyFile);
    return { policy, state: await logState(database, policy, now) };
  });

  routes.get("/log", async (context) => {
    const { language } = context.var;
    const { policy, state } = await heldState();
    return context.render(LogPage({ language, state, policy, now: clock() }), {
      title: say(language, "log.title"),
      description: say(language, "log.description"),
    });
  });

  routes.get("/log/verify", async (context) => {
    const { language } = context.var;
    const policy = await readServedPolicy(policyFile);
    const page = VerifyPage({
      language,
      policy: policy && publishedPolicy(policy),
      script: verifyScript.path,
    });
    return context.render(page, {
      title: say(language, "verify.title"),
      description: say(language, "verify.description"),
    });
  });

  return routes;
}
