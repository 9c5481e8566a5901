import { Hono } from "hono";
import {
  declares,
  HoldfastError,
  type HttpEnvironment,
  readForm,
  smallForm,
  textIn,
  transaction,
} from "#platform";
import { takeCode } from "../authenticator/index.ts";
import { factorsOf, strongestOf } from "../factor/index.ts";
import { told } from "../form/index.ts";
import type { Accounts } from "../open.ts";
import { problemSentence } from "../password/index.ts";
import { takeCodeAttempt } from "../password-sign-in/index.ts";
import { stopRecovery } from "../recovery/index.ts";
import { backPath, showStepUp } from "../sign-in/index.ts";

/** Who has a passkey confirms with it: a code would be the weaker proof. */
export class PasskeyNeeded extends HoldfastError {
  readonly code = "passkey_needed";
  readonly refusal = "forbidden";
  constructor() {
    super("You have a passkey, which is the stronger proof. Confirm with it.");
  }
}

/** `/step-up/code`: a fresh proof by an authenticator, where that is the strongest that there is. */
export function stepUpCodeRoutes(accounts: Accounts) {
  const { desk, sessions, sealing } = accounts;
  const routes = new Hono<HttpEnvironment>();

  routes.post("/step-up/code", smallForm, declares("nothing"), async (context) => {
    const session = await sessions.client(context);
    const client = session.holder.id;
    const form = await readForm(context);
    const back = backPath(textIn(form, "back"));
    const now = desk.clock();
    if (strongestOf(await factorsOf(desk.database, client)) !== "authenticator") {
      throw new PasskeyNeeded();
    }
    try {
      await takeCodeAttempt(accounts, client);
      await transaction(desk.database, async (joining) => {
        await takeCode(joining, sealing, client, textIn(form, "code"), now);
        await sessions.renew(context, session, "authenticator", now, joining);
      });
      await stopRecovery(desk, { is: "session", session }, client, now);
    } catch (error) {
      const { sentence } = told(error, context, (code, refusal) =>
        problemSentence(context.var.language, code, refusal),
      );
      return await showStepUp(accounts, context, session, back, sentence);
    }
    return context.redirect(back, 303);
  });

  return routes;
}
