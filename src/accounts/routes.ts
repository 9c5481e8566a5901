import { OpenAPIHono } from "@hono/zod-openapi";
import { assetRoutes, type HttpEnvironment } from "#platform";
import { peopleRoutes, personRoutes, staffApiRoutes } from "./administration/index.ts";
import { approvalRoutes } from "./approval/index.ts";
import { authenticatorRoutes } from "./authenticator/index.ts";
import { checkUpRoutes } from "./check-up/index.ts";
import { closingRoutes } from "./closing/index.ts";
import { confirmEmailRoutes, emailRoutes } from "./email/index.ts";
import { erasingRoutes } from "./erasing/index.ts";
import { accountFrame, answerRefusal } from "./frame/index.ts";
import { cancelRecoveryRoutes, finishRecoveryRoutes, recoverRoutes } from "./getting-back/index.ts";
import { linkRoutes } from "./link/index.ts";
import { liveScript } from "./live-page/index.ts";
import { masterKeyRoutes } from "./master-key/index.ts";
import type { Accounts } from "./open.ts";
import { panicRoutes } from "./panic-lock/index.ts";
import { passkeyRoutes } from "./passkey/index.ts";
import { passwordRoutes } from "./password/index.ts";
import { resetRoutes } from "./password-reset/index.ts";
import {
  deviceRoutes,
  passwordSignInRoutes,
  passwordSignUpRoutes,
  stepUpCodeRoutes,
} from "./password-routes/index.ts";
import { protectionRoutes } from "./protection/index.ts";
import { providerRoutes } from "./provider/index.ts";
import { recoveryCodeRoutes } from "./recovery/index.ts";
import { lockRoutes } from "./settings-lock/index.ts";
import {
  chooseRoutes,
  sessionRoutes,
  signInRoutes,
  signUpRoutes,
  stepUpRoutes,
} from "./sign-in/index.ts";
import {
  addPasskeyRoutes,
  registerRoutes,
  staffHomeRoutes,
  staffSignInRoutes,
  staffStepUpRoutes,
} from "./staff-sign-in/index.ts";
import { addressRoutes } from "./withdrawal-address/index.ts";

/** Every page and API of accounts; each file of routes has one subject. */
export function accountsRoutes(accounts: Accounts) {
  const routes = new OpenAPIHono<HttpEnvironment>();
  routes.onError(answerRefusal);
  for (const path of ["/account", "/inbox"]) {
    routes.use(path, accountFrame(accounts));
    routes.use(`${path}/*`, accountFrame(accounts));
  }
  routes.route("/", assetRoutes([liveScript]));
  routes.route("/", linkRoutes(accounts));
  routes.route("/", checkUpRoutes(accounts));
  routes.route("/", lockRoutes(accounts));
  routes.route("/", panicRoutes(accounts));
  routes.route("/", masterKeyRoutes(accounts));
  routes.route("/", addressRoutes(accounts));
  routes.route("/", protectionRoutes(accounts));
  routes.route("/", signUpRoutes(accounts));
  routes.route("/", chooseRoutes(accounts));
  routes.route("/", signInRoutes(accounts));
  routes.route("/", stepUpRoutes(accounts));
  routes.route("/", passkeyRoutes(accounts));
  routes.route("/", sessionRoutes(accounts));
  routes.route("/", passwordSignInRoutes(accounts));
  routes.route("/", passwordSignUpRoutes(accounts));
  routes.route("/", stepUpCodeRoutes(accounts));
  routes.route("/", deviceRoutes(accounts));
  routes.route("/", resetRoutes(accounts));
  routes.route("/", recoverRoutes(accounts));
  routes.route("/", cancelRecoveryRoutes(accounts));
  routes.route("/", finishRecoveryRoutes(accounts));
  routes.route("/", passwordRoutes(accounts));
  routes.route("/", authenticatorRoutes(accounts));
  routes.route("/", recoveryCodeRoutes(accounts));
  routes.route("/", emailRoutes(accounts));
  routes.route("/", confirmEmailRoutes(accounts));
  routes.route("/", closingRoutes(accounts));
  routes.route("/", staffSignInRoutes(accounts));
  routes.route("/", staffStepUpRoutes(accounts));
  routes.route("/", registerRoutes(accounts));
  routes.route("/", addPasskeyRoutes(accounts));
  routes.route("/", staffHomeRoutes(accounts));
  routes.route("/", approvalRoutes(accounts));
  routes.route("/", peopleRoutes(accounts));
  routes.route("/", personRoutes(accounts));
  routes.route("/", staffApiRoutes(accounts));
  routes.route("/", erasingRoutes(accounts));
  if (accounts.provider) routes.route("/", providerRoutes(accounts, accounts.provider));
  return routes;
}
