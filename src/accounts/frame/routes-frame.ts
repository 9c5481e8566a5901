import type { PropsWithChildren } from "hono/jsx";
import {
  HoldfastError,
  type HttpContext,
  type PageInformation,
  problemOf,
  TooManyRequests,
} from "#platform";
import { LinkRefused } from "../link/index.ts";
import { protectionOf } from "../lock/index.ts";
import type { Accounts } from "../open.ts";
import { openRecovery } from "../recovery/index.ts";
import { NotSignedIn, StepUpNeeded } from "../session/index.ts";
import { say } from "./messages.ts";
import { AccountFrame, LinkRefusedPage, RefusedPage } from "./pages/index.ts";

/** Puts a client's pages into the account's frame. Somebody who isn't signed in sees pages without it. */
export function accountFrame({ desk, sessions }: Pick<Accounts, "desk" | "sessions">) {
  return async (context: HttpContext, next: () => Promise<void>) => {
    context.setLayout(async ({ children }: PropsWithChildren<PageInformation>) => {
      const session = await sessions.of(context);
      if (session?.holder.is !== "client") return children;
      const [protection, recovery] = await Promise.all([
        protectionOf(desk.database, session.holder.id, desk.clock()),
        openRecovery(desk.database, session.holder.id),
      ]);
      const standing = { protection, recoveringSince: recovery?.begunAt };
      return AccountFrame({
        language: context.var.language,
        path: context.req.path,
        standing,
        children,
      });
    });
    context.header("cache-control", "no-store");
    await next();
  };
}

/**
 * What a person sees of a refusal in the pages of accounts: why not, and where to go on. Programs, who has to sign in
 * or to prove it again, and what isn't a refusal get the site's answer.
 */
export async function answerRefusal(error: Error, context: HttpContext): Promise<Response> {
  const isPage = (context.req.header("accept") ?? "text/html").includes("text/html");
  const isDoor = error instanceof NotSignedIn || error instanceof StepUpNeeded;
  if (!(error instanceof HoldfastError) || isDoor) throw error;
  if (!isPage || /^\/(?:v1|staff)\b/.test(context.req.path)) throw error;
  context.header("cache-control", "no-store");
  if (error instanceof TooManyRequests) {
    context.header("retry-after", String(error.retryAfterSeconds));
  }
  const { language } = context.var;
  context.status(problemOf(error, context.var.requestId).status);
  if (error instanceof LinkRefused) {
    return context.render(LinkRefusedPage({ language }), {
      title: say(language, "link_refused.title"),
      unlisted: true,
    });
  }
  const next = nextFor(error.code, context);
  return context.render(RefusedPage({ language, sentence: error.message, next }), {
    title: say(language, "refused.title"),
    unlisted: true,
  });
}

function nextFor(code: string, { var: { language }, req }: HttpContext) {
  if (req.path.startsWith("/support/")) {
    return { path: "/support", label: say(language, "refused.support") };
  }
  if (code === "settings_locked") {
    return { path: "/account/lock", label: say(language, "refused.lock") };
  }
  if (code === "account_locked") {
    return { path: "/account/locked", label: say(language, "refused.unlock") };
  }
  return { path: "/account", label: say(language, "refused.back") };
}
