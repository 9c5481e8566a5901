import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { Hono } from "hono";
import { build } from "../build.ts";
import type { HttpEnvironment } from "../http/index.ts";

/** A file that pages refer to by a name that holds its hash, so that browsers keep it for good. */
type Asset = { path: string; body: string; contentType: string };

const yearSeconds = 31_536_000;

const bundled = { bundle: true, minify: true, target: "es2024" } as const;

const iconSvg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path fill="#0a5a68" d="M12 1.5 3 5v6.5c0 5.2 3.7 9.4 9 11 5.3-1.6 9-5.8 9-11V5z"/><path fill="none" stroke="#fff" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round" d="m7.8 12.2 3 3 5.6-6"/></svg>`;

/** The site's stylesheet, put together from `styles/` when the process starts. */
export const stylesheet: Asset = asset(
  "site",
  "css",
  "text/css; charset=utf-8",
  bundledStyles(new URL("styles/site.css", import.meta.url)),
);

export const favicon: Asset = asset("icon", "svg", "image/svg+xml", iconSvg);

/**
 * A page's own module, with all that it imports, as one file. It may import the doors of pure slices; it throws when
 * something in it needs Node.
 */
export function script(name: string, entry: URL): Asset {
  const { files, needed } = build({
    entryPoints: [fileURLToPath(entry)],
    ...bundled,
    format: "esm",
    external: ["node:*"],
  });
  if (needed.length > 0) throw new Error(`${name}.js needs ${needed[0]}`);
  return asset(name, "js", "text/javascript; charset=utf-8", files[0]?.text ?? "");
}

/** A style sheet for some pages alone. Pictures that it names by their path on the site stay where they are. */
export function styles(name: string, entry: URL): Asset {
  return asset(name, "css", "text/css; charset=utf-8", bundledStyles(entry));
}

/** Serves each under its path, which changes with what is in it: a browser may keep it for a year. */
export function assetRoutes(assets: readonly Asset[]) {
  const routes = new Hono<HttpEnvironment>();
  for (const { path, body, contentType } of assets) {
    routes.get(path, (context) =>
      context.body(body, 200, {
        "content-type": contentType,
        "cache-control": `public, max-age=${yearSeconds}, immutable`,
      }),
    );
  }
  return routes;
}

function asset(name: string, extension: string, contentType: string, body: string): Asset {
  const hash = createHash("sha256").update(body).digest("hex").slice(0, 12);
  return { path: `/assets/${name}.${hash}.${extension}`, body, contentType };
}

function bundledStyles(entry: URL): string {
  const options = { entryPoints: [fileURLToPath(entry)], ...bundled, external: ["*.png"] };
  return build(options).files[0]?.text ?? "";
}
