import { type Article, BadArticle } from "./article.ts";
import {
  type Fillings,
  hrefsIn,
  htmlOf,
  isExternal,
  neverAskDirective,
  parseMarkdown,
  textOf,
} from "./markdown.ts";

export type RenderedArticle = {
  /** Safe to put into a page as it is. */
  html: string;
  /** The second-level headings, for a table of contents. */
  headings: { id: string; text: string }[];
};

/** Turns an article's Markdown into HTML; `fillings` holds what the policy says. */
export function renderArticle(article: Article, fillings: Fillings): RenderedArticle {
  const tokens = parseMarkdown(article.markdown);
  const headings = tokens.flatMap((token, index) =>
    token.type === "heading_open" && token.tag === "h2"
      ? [{ id: String(token.attrGet("id") ?? ""), text: textOf(tokens[index + 1]) }]
      : [],
  );
  return { html: htmlOf(tokens, fillings), headings };
}

/** An article's text without marks or links: what the search reads. */
export function articleText(article: Article): string {
  return parseMarkdown(article.markdown).map(textOf).filter(Boolean).join("\n");
}

/** Where an article's links lead: paths of ours, and addresses elsewhere, which a person has to look at. */
export function articleLinks(article: Article): { internal: string[]; external: string[] } {
  const hrefs = hrefsIn(parseMarkdown(article.markdown));
  return {
    internal: hrefs.filter((href) => !isExternal(href)),
    external: hrefs.filter(isExternal),
  };
}

/**
 * Refuses Markdown that would not come out as its author meant.
 * @throws BadArticle
 */
export function checkMarkdown(article: Article): void {
  const refuse = (problem: string) => new BadArticle(article.language, article.slug, problem);
  for (const token of parseMarkdown(article.markdown)) {
    if (token.tag === "h1") throw refuse("begin headings with ##. The title is the page's only #.");
    const text = textOf(token);
    if (text.includes("](")) {
      throw refuse(`the link in "${text.slice(0, 80)}" leads nowhere. Use /path or https://.`);
    }
    if (/\{\{|\}\}/.test(text + token.content)) {
      throw refuse(`only ${neverAskDirective} may stand in double braces, on a line of its own.`);
    }
    if (/[<>]/.test(text)) throw refuse(`HTML isn't rendered: "${text.slice(0, 80)}".`);
  }
}
