import { Hono } from "hono";
import { etag } from "hono/etag";
import { printEventProof, provenEvent, readServedPolicy } from "#ledger";
import {
  type Clock,
  declares,
  HoldfastError,
  type HttpContext,
  type HttpEnvironment,
  type Id,
  isId,
  momentIn,
  readForm,
  smallForm,
  type TakeRequest,
  textIn,
} from "#platform";
import { disputeClaim } from "./disputing/index.ts";
import type { Body } from "./edition/index.ts";
import type { BriefsDesk } from "./hand.ts";
import { say } from "./messages.ts";
import { BriefListPage, BriefPage, type RefusedDispute, TranslatedPage } from "./pages/index.ts";
import {
  bodyOf,
  EditionUnknown,
  editionDates,
  lastEditions,
  type PublishedEdition,
  publishedEdition,
} from "./publishing/index.ts";
import {
  type FeedItem,
  headlineOf,
  renderAtom,
  renderJsonFeed,
  renderJsonLd,
  renderMarkdown,
  renderText,
  translationIn,
  withdrawalWords,
} from "./rendering/index.ts";

export type BriefsRoutesOptions = {
  desk: BriefsDesk;
  clock: Clock;
  /** Where the site is, without a slash at the end. */
  site: string;
  /** The log's policy, which may not be there yet. */
  policyFile: string;
  takeDispute: TakeRequest;
};

/** Short, so that a correction is everywhere within minutes. */
const cached = { "cache-control": "public, max-age=300", "access-control-allow-origin": "*" };
const feedEditionsMax = 10;
const gone = 410;

/** The briefs for their readers. Nothing here knows who reads, and nothing needs a program in the page. */
export function briefsRoutes(options: BriefsRoutesOptions) {
  const { desk, clock, site } = options;
  const { database } = desk;
  const routes = new Hono<HttpEnvironment>();
  routes.use("/briefs", etag());
  routes.use("/briefs/*", etag());

  routes.get("/briefs", async (context) => {
    const { language } = context.var;
    const since = momentIn(context.req.query("since") ?? "");
    const listed = (await lastEditions(database)).map((edition) => ({
      body: bodyOf(edition),
      isNew: since !== undefined && edition.publishedAt > since,
    }));
    return context.render(BriefListPage({ language, listed, now: clock(), since }), {
      title: say(language, "list.title"),
      description: say(language, "list.description"),
      canonicalPath: "/briefs",
    });
  });

  routes.get("/briefs/:file", async (context) => {
    const [, id = "", format = ""] =
      /^([a-z0-9_]+)(\.[a-z]+)?$/.exec(context.req.param("file")) ?? [];
    const edition = await editionOf(desk, id, undefined);
    return format === ""
      ? await answerPage(context, options, edition)
      : answerFile(context, options, edition, format);
  });

  routes.get("/briefs/:brief/feed.atom", async (context) => {
    const last = await editionOf(desk, context.req.param("brief"), undefined);
    const atom = renderAtom(await feedItems(options, last), { site, brief: last.brief });
    return context.body(atom, 200, typed("application/atom+xml"));
  });

  routes.get("/briefs/:brief/feed.json", async (context) => {
    const last = await editionOf(desk, context.req.param("brief"), undefined);
    const feed = renderJsonFeed(await feedItems(options, last), { site, brief: last.brief });
    return context.body(feed, 200, typed("application/feed+json"));
  });

  routes.get("/briefs/:brief/:translation", async (context) => {
    const [, language = "", format] =
      /^([a-z]{2})(?:\.(md|txt))?$/.exec(context.req.param("translation")) ?? [];
    const edition = await editionOf(desk, context.req.param("brief"), undefined);
    const body = bodyOf(edition);
    if (body.is === "withdrawal") return await answerPage(context, options, edition);
    const translation = translationIn(body, language);
    if (!translation) throw new EditionUnknown();
    if (format === "md") {
      return context.body(renderMarkdown(body, translation), 200, typed("text/markdown"));
    }
    if (format === "txt") {
      return context.body(renderText(body, translation), 200, typed("text/plain"));
    }
    return context.render(TranslatedPage({ edition: body, translation }), {
      title: translation.sections.headline[0] ?? "",
      description: say(context.var.language, "brief.description"),
      canonicalPath: `/briefs/${edition.brief}/${language}`,
    });
  });

  routes.get("/briefs/:brief/editions/:file", async (context) => {
    const [, number = "", format = ""] =
      /^([1-9]\d{0,5})(\.[a-z]+)?$/.exec(context.req.param("file")) ?? [];
    const edition = await editionOf(desk, context.req.param("brief"), Number(number));
    const last = await editionOf(desk, edition.brief, undefined);
    const ending = bodyOf(last);
    if (ending.is === "withdrawal" && last.number !== edition.number) {
      return context.text(`${withdrawalWords(ending)}\n`, gone, cached);
    }
    if (format === ".proof") return await answerProof(context, options, edition);
    return format === ""
      ? await answerPage(context, options, edition)
      : answerFile(context, options, edition, format);
  });

  routes.post("/briefs/:brief/disputes", smallForm, declares("nothing"), (context) =>
    takeDispute(context, options),
  );

  return routes;
}

/** A reader disputes a claim; what was typed stands on the page when it isn't taken. */
async function takeDispute(context: HttpContext, options: BriefsRoutesOptions) {
  const { desk, clock } = options;
  await options.takeDispute(context);
  const edition = await editionOf(desk, context.req.param("brief") ?? "", undefined);
  const form = await readForm(context);
  const given = { claim: textIn(form, "claim"), words: textIn(form, "words") };
  try {
    await disputeClaim(desk, edition.brief, given, clock());
  } catch (error) {
    if (!(error instanceof HoldfastError)) throw error;
    context.status(400);
    return await answerPage(context, options, edition, { ...given, problem: error.message });
  }
  return context.redirect(`/briefs/${edition.brief}?disputed=yes#dispute`, 303);
}

/** @throws {EditionUnknown} */
async function editionOf(
  { database }: BriefsDesk,
  brief: string,
  number: number | undefined,
): Promise<PublishedEdition> {
  const edition = isId("brief", brief)
    ? await publishedEdition(database, brief as Id<"brief">, number)
    : undefined;
  if (!edition) throw new EditionUnknown();
  return edition;
}

async function answerPage(
  context: HttpContext,
  { desk }: BriefsRoutesOptions,
  { brief, number, sha256, ...edition }: PublishedEdition,
  refused?: RefusedDispute,
) {
  const { language } = context.var;
  const body = bodyOf(edition);
  const editions = (await editionDates(desk.database, brief)).map((one) => one.number);
  const hasDisputed = context.req.query("disputed") === "yes";
  if (body.is === "withdrawal") context.status(gone);
  return context.render(BriefPage({ language, body, sha256, editions, hasDisputed, refused }), {
    title: headlineOf(body),
    description: say(language, "brief.description"),
    canonicalPath:
      editions[0] === number ? `/briefs/${brief}` : `/briefs/${brief}/editions/${number}`,
  });
}

function answerFile(
  context: HttpContext,
  { site }: BriefsRoutesOptions,
  { brief, text, ...edition }: PublishedEdition,
  format: string,
) {
  if (format === ".json") return context.body(text, 200, typed("application/json"));
  const body: Body = bodyOf({ ...edition, text });
  if (format === ".md") return context.body(renderMarkdown(body), 200, typed("text/markdown"));
  if (format === ".txt") return context.body(renderText(body), 200, typed("text/plain"));
  if (format !== ".jsonld") throw new EditionUnknown();
  return context.body(renderJsonLd(body, { site, brief }), 200, typed("application/ld+json"));
}

/** What proves an edition's hash: there while it is in a head that the policy's witnesses saw. */
async function answerProof(
  context: HttpContext,
  { desk, policyFile, clock }: BriefsRoutesOptions,
  { event }: PublishedEdition,
) {
  const policy = await readServedPolicy(policyFile);
  const proving =
    policy && (await provenEvent(desk.database, undefined, event, { policy, now: clock() }));
  if (proving?.is !== "proven") throw new EditionUnknown();
  return context.body(printEventProof(proving.proof), 200, typed("application/json"));
}

async function feedItems(
  { desk }: BriefsRoutesOptions,
  last: PublishedEdition,
): Promise<FeedItem[]> {
  const items: FeedItem[] = [{ body: bodyOf(last), publishedAt: last.publishedAt }];
  if (items[0]?.body.is === "withdrawal") return items;
  for (let number = last.number - 1; number > 0 && items.length < feedEditionsMax; number -= 1) {
    const edition = await publishedEdition(desk.database, last.brief, number);
    if (edition) items.push({ body: bodyOf(edition), publishedAt: edition.publishedAt });
  }
  return items;
}

function typed(type: string): Record<string, string> {
  return { ...cached, "content-type": `${type}; charset=utf-8` };
}
