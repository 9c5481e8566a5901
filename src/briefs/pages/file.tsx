import { raw } from "hono/html";
import { english } from "#platform";
import type { Body } from "../edition/index.ts";
import { headlineOf } from "../rendering/index.ts";
import { BriefArticle } from "./brief.tsx";

/** It stands in the file, which needs nothing beside itself. */
const style = `:root{color-scheme:light dark}
body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif}
li{overflow-wrap:anywhere}
:target{outline:2px solid}
.bars{display:block;background:#8884;fill:#36c}
.bars .untold{fill:#888}
.bars .doubted{fill:#c33}
.axis{display:flex;justify-content:space-between}
@media print{body{margin:0;max-width:none;font-size:9.5pt}a{color:inherit;text-decoration:none}}`;

/**
 * An edition as one file of HTML, made of its bytes alone: it needs no server, no style and no program, and anybody can make it again.
 * @param site where readers find the brief, without a slash at the end
 */
export function renderPage(body: Body, site: string): string {
  const page = (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{headlineOf(body)}</title>
        <style>{raw(style)}</style>
      </head>
      <body>
        <BriefArticle body={body} language={english} site={site} />
      </body>
    </html>
  );
  return `<!doctype html>\n${page.toString()}\n`;
}
