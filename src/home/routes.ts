import { Hono } from "hono";
import { type Accounts, wayOn } from "#accounts";
import type { Clock, HttpContext, HttpEnvironment, Language, Problem } from "#platform";
import { say } from "./messages.ts";
import { HomePage, type HomePageProps, ProblemPage } from "./pages/index.ts";
import { markRoutes } from "./screen-mark/index.ts";

export type HomeRoutesOptions = {
  accounts: Accounts;
  clock: Clock;
  firm(): Promise<string>;
  neverAsk(language: Language): Promise<HomePageProps["neverAsk"]>;
};

/** The front page, what a machine looks for at a site's root, and what the mark over the staff's pages asks for. */
export function homeRoutes({ firm, neverAsk, ...marking }: HomeRoutesOptions) {
  const routes = new Hono<HttpEnvironment>();
  routes.route("/", markRoutes(marking));

  routes.get("/", async (context) => {
    const { language } = context.var;
    const name = await firm();
    const page = HomePage({ language, firm: name, neverAsk: await neverAsk(language) });
    return context.render(page, {
      title: say(language, "home.title", { firm: name }),
      description: say(language, "home.description", { firm: name }),
      canonicalPath: "/",
      notices: "below",
    });
  });

  routes.get("/robots.txt", (context) => context.text("User-agent: *\nAllow: /\n"));

  return routes;
}

/**
 * Shows a problem to a person, in the same frame as every page. Who isn't signed in, or must prove it again, is led to
 * where that is done, and from there back.
 */
export function problemPage(context: HttpContext, problem: Problem): Response | Promise<Response> {
  const { language } = context.var;
  const next = wayOn(problem.code, pageOf(context), context.req.method !== "GET");
  context.header("cache-control", "no-store");
  if (next) return context.redirect(next, 303);
  context.status(problem.status);
  const hasForm = context.req.method === "POST" && problem.status >= 500;
  return context.render(ProblemPage({ language, problem, hasForm }), {
    title: say(language, "problem.title"),
    unlisted: true,
  });
}

/** The page that somebody is on: the one asked for, or the one whose form was sent. */
function pageOf({ req }: HttpContext): string {
  const { pathname, search, origin } = new URL(req.url);
  if (req.method === "GET") return pathname + search;
  const from = req.header("referer") ?? "";
  const page = URL.canParse(from) ? new URL(from) : undefined;
  return page?.origin === origin ? page.pathname + page.search : "";
}
