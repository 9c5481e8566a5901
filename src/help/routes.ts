import { Hono } from "hono";
import type { Contact } from "#contacts";
import {
  type Clock,
  type Database,
  declares,
  type HttpContext,
  type HttpEnvironment,
  type Language,
  readForm,
  smallForm,
  type TakeRequest,
  TooManyRequests,
} from "#platform";
import type { Worded } from "#policy";
import { articleFor, type Library } from "./library.ts";
import { say } from "./messages.ts";
import { ArticlePage, HelpPage, PhonePage, ResultsPage } from "./pages/index.ts";
import { renderArticle } from "./render.ts";
import { pathBack, rememberHidden, rememberRegion } from "./routes-reader.ts";
import { searchArticles } from "./search.ts";
import { recordUnanswered } from "./unanswered.ts";
import { NoSuchArticle, recordVote } from "./vote.ts";

const resultsMax = 10;
const queryCharactersMax = 200;

export type HelpRoutesOptions = {
  library: Library;
  database: Database;
  clock: Clock;
  takeSearch: TakeRequest;
  takeVote: TakeRequest;
  takeChoice: TakeRequest;
  /** What the policy says, in the reader's language. */
  neverAsk(language: Language): Promise<readonly Worded<string>[]>;
  callRules(language: Language): Promise<readonly Worded<string>[]>;
  /** The directory's numbers that are ours today; none when it has expired. */
  phones(): Promise<readonly Contact[]>;
};

/** Help pages, the phone page, and the small forms beside them. */
export function helpRoutes(options: HelpRoutesOptions) {
  const { library, neverAsk } = options;
  const routes = new Hono<HttpEnvironment>();

  routes.get("/help", (context) => {
    const { language } = context.var;
    return context.render(HelpPage({ language, library }), {
      title: say(language, "help.title"),
      description: say(language, "help.description"),
    });
  });

  routes.get("/help/search", (context) => answerSearch(context, options));

  routes.get("/help/:slug", async (context) => {
    const { language } = context.var;
    const slug = context.req.param("slug");
    const article = articleFor(library, slug, language);
    if (!article) throw new NoSuchArticle(language.tag, slug.slice(0, 60));
    const fillings = { neverAsk: (await neverAsk(language)).map(({ short }) => short) };
    const related = article.related.flatMap((other) => articleFor(library, other, language) ?? []);
    const hasVoted = context.req.query("voted") === "yes";
    const rendered = renderArticle(article, fillings);
    return context.render(ArticlePage({ language, article, rendered, related, hasVoted }), {
      title: article.title,
      description: article.summary,
      canonicalPath: `/help/${article.slug}`,
    });
  });

  routes.post("/help/:slug/votes", smallForm, declares("nothing"), async (context) => {
    await options.takeVote(context);
    const slug = context.req.param("slug");
    const article = articleFor(library, slug, context.var.language);
    if (!article) throw new NoSuchArticle(context.var.language.tag, slug.slice(0, 60));
    const { helpful } = await readForm(context);
    const vote = { slug, language: article.language, helpful: helpful === "yes" };
    await recordVote(options.database, vote, options.clock());
    return context.redirect(`/help/${slug}?voted=yes#vote`, 303);
  });

  routes.get("/phone", async (context) => {
    const { language } = context.var;
    const phones = await options.phones();
    const [items, callRules] = [await neverAsk(language), await options.callRules(language)];
    return context.render(PhonePage({ language, phones, neverAsk: items, callRules }), {
      title: say(language, "phone.title"),
      description: say(language, "phone.description"),
    });
  });

  routes.post("/banners/hidden", smallForm, declares("nothing"), async (context) => {
    await options.takeChoice(context);
    const { banner, back } = await readForm(context);
    if (typeof banner === "string") rememberHidden(context, banner);
    return context.redirect(pathBack(back), 303);
  });

  routes.post("/region", smallForm, declares("nothing"), async (context) => {
    await options.takeChoice(context);
    const { region, back } = await readForm(context);
    if (typeof region === "string") rememberRegion(context, region);
    return context.redirect(pathBack(back), 303);
  });

  return routes;
}

async function answerSearch(context: HttpContext, options: HelpRoutesOptions) {
  const { library, database, clock, takeSearch } = options;
  const { language } = context.var;
  const query = (context.req.query("q") ?? "").trim().slice(0, queryCharactersMax);
  const page = { title: say(language, "search.title"), unlisted: true };
  const empty = { language, query, library, answer: undefined };
  if (query === "") return context.render(ResultsPage(empty), page);
  try {
    await takeSearch(context);
  } catch (error) {
    if (!(error instanceof TooManyRequests)) throw error;
    context.status(429);
    context.header("retry-after", String(error.retryAfterSeconds));
    const wait = say(language, "search.wait", { seconds: error.retryAfterSeconds });
    return context.render(ResultsPage({ ...empty, wait }), page);
  }
  const answer = await searchArticles(database, {
    query,
    language: searchedLanguage(library, language),
    limit: resultsMax,
    synonyms: library.synonyms,
  });
  if (answer.results.length === 0) {
    await recordUnanswered(database, { query, language: language.tag }, clock());
  }
  return context.render(ResultsPage({ language, query, library, answer }), page);
}

/** The reader's language where there are articles in it, else English, which is what they would be shown. */
function searchedLanguage({ articles }: Library, { tag }: Language): string {
  const base = tag.split("-")[0] ?? "en";
  return [tag, base].find((known) => articles.some(({ language }) => language === known)) ?? "en";
}
