import type { Article, Fault, Link, Material } from "./material.ts";

/** The public pages and documents that articles may link to besides each other. */
export const linkablePaths: ReadonlySet<string> = new Set([
  "/",
  "/call",
  "/check",
  "/contacts",
  "/help",
  "/phone",
  "/report",
  "/report/approach",
  "/.well-known/official-contacts.json",
  "/.well-known/holdfast-policy.json",
]);

/** A link inside the site leads nowhere, or `related` names an article that isn't there. */
export function brokenLink({ articles }: Material): Fault[] {
  return articles.flatMap((article) => {
    const slugs = new Set(
      articles
        .filter(({ language }) => [article.language, "en"].includes(language))
        .map(({ slug }) => slug),
    );
    return [...brokenLinks(article, slugs), ...brokenRelations(article, slugs)];
  });
}

function brokenLinks({ links }: Article, slugs: ReadonlySet<string>): Fault[] {
  return links
    .filter(({ href }) => !leadsSomewhere(href, slugs))
    .map((link: Link) => ({ ...link, sentence: link.text, found: link.href }));
}

/** Other sites aren't visited; `/path` is looked up, and every other form of link is refused. */
function leadsSomewhere(href: string, slugs: ReadonlySet<string>): boolean {
  if (href.startsWith("https://")) return URL.canParse(href);
  if (href.startsWith("#")) return href.length > 1;
  if (!href.startsWith("/") || href.startsWith("//")) return false;
  const path = href.split(/[?#]/, 1)[0] ?? "";
  return (
    linkablePaths.has(path) || (path.startsWith("/help/") && slugs.has(path.slice("/help/".length)))
  );
}

function brokenRelations({ file, slug, related }: Article, slugs: ReadonlySet<string>): Fault[] {
  return related
    .filter((relation) => !slugs.has(relation.slug) || relation.slug === slug)
    .map((relation) => ({
      file,
      line: relation.line,
      sentence: relation.slug,
      found: relation.slug,
    }));
}
