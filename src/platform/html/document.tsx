import { raw } from "hono/html";
import type { Child, PropsWithChildren } from "hono/jsx";
import type { Language } from "../language/index.ts";
import { favicon, stylesheet } from "./assets.ts";

/** What a page tells its frame: `context.render(<Page />, { title, … })`. */
export type PageInformation = {
  title: string;
  /** One sentence for search results and previews. */
  description?: string;
  /** The page's own path when several addresses show it. */
  canonicalPath?: string;
  /** True for pages that search engines must not keep, such as answers to what somebody typed. */
  unlisted?: boolean;
  /** Where notices stand: below what a frightened person came for, or above (the default). */
  notices?: "above" | "below";
};

declare module "hono" {
  interface ContextRenderer {
    // biome-ignore lint/style/useShorthandFunctionType: an interface is what Hono lets us extend
    (content: Child, page: PageInformation): Response | Promise<Response>;
  }
}

type DocumentProps = PropsWithChildren<
  PageInformation & {
    language: Language;
    siteName: string;
    /** The page's whole address, where the site knows its own. */
    canonical: string | undefined;
  }
>;

/** The outermost part of every page. Nothing in it comes from another origin and nothing is inline. */
export function Document({ language, siteName, canonical, children, ...page }: DocumentProps) {
  return (
    <>
      {raw("<!doctype html>")}
      <html lang={language.tag} dir={language.direction}>
        <head>
          <meta charset="utf-8" />
          <title>{`${page.title} · ${siteName}`}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          {page.description && <meta name="description" content={page.description} />}
          {page.unlisted && <meta name="robots" content="noindex" />}
          {canonical && <link rel="canonical" href={canonical} />}
          <meta name="color-scheme" content="light dark" />
          <link rel="stylesheet" href={stylesheet.path} />
          <link rel="icon" type="image/svg+xml" href={favicon.path} />
        </head>
        <body>{children}</body>
      </html>
    </>
  );
}
