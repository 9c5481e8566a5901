import { Hono } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { clientAddress, type HttpContext, type HttpEnvironment, transaction } from "#platform";
import type { Accounts } from "../open.ts";
import { relyingParty } from "../passkey/index.ts";
import { staffBackPath, staffBySubject, staffSignedIn } from "../staff/index.ts";
import { type Attempt, attemptOf, attemptSecretIn, newAttemptSecret } from "./attempt.ts";
import type { Provider } from "./provider.ts";
import { ProviderRefused, SubjectUnknown } from "./refusals.ts";
import { insertAttempt, takeAttempt } from "./store.ts";

const attemptSeconds = 600;
const attempts = { name: "provider_attempts", requestsMax: 60, windowSeconds: 600 };
const callbackPath = "/staff/sign-in/callback";

/** Signing in at the firm's identity provider: there, and back. */
export function providerRoutes({ desk, sessions }: Accounts, provider: Provider) {
  const routes = new Hono<HttpEnvironment>();
  const takeAttemptOf = desk.limits(attempts);
  const isSecure = desk.publicUrl?.startsWith("https:") ?? false;
  const cookieName = isSecure ? "__Host-staff-sign-in" : "staff-sign-in";

  /** A link and no form: browsers let a form of ours lead to no other site (CSP, form-action). */
  routes.get("/staff/sign-in/provider", async (context) => {
    await takeAttemptOf(clientAddress(context, desk.trustedProxies));
    const now = desk.clock();
    const secret = newAttemptSecret();
    const attempt = attemptOf(secret);
    const maxAge = (await desk.profile()).sign_in_seconds;
    const address = await provider.addressFor(attempt, redirectUri(context), maxAge);
    const back = staffBackPath(context.req.query("back"));
    const expiresAt = new Date(now.getTime() + attemptSeconds * 1_000);
    await insertAttempt(desk.database, { id: attempt.id, back, beganAt: now, expiresAt });
    keep(context, secret.toString("base64url"), attemptSeconds);
    context.header("cache-control", "no-store");
    return context.redirect(address.href, 303);
  });

  routes.get(callbackPath, async (context) => {
    context.header("cache-control", "no-store");
    context.header("referrer-policy", "no-referrer");
    const secret = attemptSecretIn(getCookie(context, cookieName) ?? "");
    keep(context, "", 0);
    try {
      if (!secret) throw new ProviderRefused("another_browser");
      return context.redirect(await signIn(context, attemptOf(secret)), 303);
    } catch (error) {
      const reason = error instanceof ProviderRefused ? error.reason : undefined;
      if (reason) context.var.log.warn({ part: "accounts", reason }, "refused a staff sign-in");
      throw error;
    }
  });

  /** The attempt is used up first: whatever came back, it doesn't come back twice. */
  async function signIn(context: HttpContext, attempt: Attempt): Promise<string> {
    const now = desk.clock();
    const taken = await takeAttempt(desk.database, attempt.id, now);
    if (!taken) throw new ProviderRefused("used_or_too_late");
    const returned = new URL(redirectUri(context));
    returned.search = new URL(context.req.url).search;
    const maxAge = (await desk.profile()).sign_in_seconds;
    const { subject, authenticatedAt } = await provider.subjectOf(returned, attempt, maxAge);
    return await transaction(desk.database, async (joining) => {
      const staff = await staffBySubject(joining, subject);
      if (!staff) throw new SubjectUnknown();
      const proven = { provider: authenticatedAt };
      await sessions.start(context, { is: "staff", id: staff }, proven, now, joining);
      const event = { kind: staffSignedIn, details: { staff, proof: "provider" as const } };
      await desk.appender.append({ is: "staff", id: staff }, event, now, joining);
      return taken.back;
    });
  }

  function redirectUri(context: HttpContext): string {
    return relyingParty(desk.publicUrl, context.req.url, "").origin + callbackPath;
  }

  function keep(context: HttpContext, value: string, maxAge: number): void {
    const options = { path: "/", httpOnly: true, secure: isSecure, sameSite: "Lax" } as const;
    setCookie(context, cookieName, value, { ...options, maxAge });
  }

  return routes;
}
