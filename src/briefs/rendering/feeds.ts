import type { Body } from "../edition/index.ts";
import { wordsOfCorrection } from "./outline.ts";
import { headlineOf, oneLine, renderText, withdrawalWords } from "./text.ts";

/** An edition as a feed shows it. */
export type FeedItem = { body: Body; publishedAt: Date };
export type FeedPlace = {
  /** Where the site is, such as https://example.com, without a slash at the end. */
  site: string;
  brief: string;
};

/** Atom (RFC 4287): each edition is an entry, with an id that never changes. */
export function renderAtom(items: readonly FeedItem[], { site, brief }: FeedPlace): string {
  const page = `${site}/briefs/${brief}`;
  const updated = items[0]?.publishedAt ?? new Date(0);
  const title = items[0] ? headlineOf(items[0].body) : "Brief";
  const entries = items.map(({ body, publishedAt }) => {
    const at = publishedAt.toISOString();
    return [
      "<entry>",
      `<id>${xml(`${page}/editions/${body.number}`)}</id>`,
      `<title>${xml(headlineOf(body))}</title>`,
      `<updated>${at}</updated>`,
      `<link href="${xml(`${page}/editions/${body.number}`)}"/>`,
      `<summary>${xml(summaryOf(body))}</summary>`,
      "</entry>",
    ].join("");
  });
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `<id>${xml(page)}</id>`,
    `<title>${xml(title)}</title>`,
    `<updated>${updated.toISOString()}</updated>`,
    `<author><name>${xml(authorOf(items[0]?.body))}</name></author>`,
    `<link rel="self" href="${xml(`${page}/feed.atom`)}"/>`,
    `<link href="${xml(page)}"/>`,
    ...entries,
    "</feed>",
    "",
  ].join("\n");
}

/** JSON Feed 1.1. */
export function renderJsonFeed(items: readonly FeedItem[], { site, brief }: FeedPlace): string {
  const page = `${site}/briefs/${brief}`;
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title: items[0] ? headlineOf(items[0].body) : "Brief",
    home_page_url: page,
    feed_url: `${page}/feed.json`,
    language: "en",
    items: items.map(({ body, publishedAt }) => ({
      id: `${page}/editions/${body.number}`,
      url: `${page}/editions/${body.number}`,
      title: headlineOf(body),
      summary: summaryOf(body),
      content_text: renderText(body),
      date_published: publishedAt.toISOString(),
    })),
  };
  return `${JSON.stringify(feed)}\n`;
}

/** schema.org's NewsArticle. It may stand in a page: no `<` is left in it. */
export function renderJsonLd(body: Body, { site, brief }: FeedPlace): string {
  const url = `${site}/briefs/${brief}`;
  const common = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    url,
    headline: headlineOf(body),
    dateModified: body.dated,
    version: String(body.number),
    inLanguage: "en",
    author: { "@type": "Organization", name: authorOf(body) },
  };
  const article =
    body.is === "withdrawal"
      ? { ...common, creativeWorkStatus: "Withdrawn", description: withdrawalWords(body) }
      : {
          ...common,
          description: summaryOf(body),
          articleBody: renderText(body),
          citation: body.sources.map(({ name, publisher, url: address }) => ({
            ...{ "@type": "CreativeWork", name: oneLine(name) },
            ...(publisher !== null && { publisher: oneLine(publisher) }),
            ...(isWeb(address) && { url: address }),
          })),
          correction: body.corrections.map((one) => ({
            "@type": "CorrectionComment",
            text: oneLine(wordsOfCorrection(one)),
          })),
          hasPart: body.claims.map(({ number, says }) => ({
            ...{ "@type": "Claim", "@id": `${url}#claim-${number}` },
            text: oneLine(says),
          })),
        };
  return `${JSON.stringify(article).replaceAll("<", "\\u003c")}\n`;
}

function summaryOf(body: Body): string {
  if (body.is === "withdrawal") return withdrawalWords(body);
  const summary = body.sections.summary.map(({ text }) => text);
  const corrected = body.corrections.filter(({ edition }) => edition === body.number);
  const words = corrected.map((one) => `Corrected: ${wordsOfCorrection(one)}`);
  return oneLine([...summary, ...words].join(" "));
}

function authorOf(body: Body | undefined): string {
  const isFirm = body?.is === "edition" && body.written_by === "firm";
  return isFirm ? oneLine(body.firm) : "The authors of this site";
}

function isWeb(url: string | null): boolean {
  return url !== null && /^https?:\/\//i.test(url);
}

const marks: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Escaped, and without what no XML document may hold. */
function xml(text: string): string {
  return oneLine(text)
    .replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, "")
    .replace(/[&<>"']/g, (mark) => marks[mark] ?? "");
}
