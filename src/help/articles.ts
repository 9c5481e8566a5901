import { linkablePaths } from "#policy";
import { type Article, BadArticle, parseArticle } from "./article.ts";
import { loadCategories } from "./category.ts";
import { filesIn, languageFolders, readContent } from "./content.ts";
import { articleLinks, checkMarkdown } from "./render.ts";

/**
 * Reads `<language>/<slug>.md` of all languages and checks what they say of each other.
 * @throws BadArticle for the first that can't be published: a dead link, an unknown category, bad front matter
 */
export async function loadArticles(folder: string): Promise<Article[]> {
  const articles: Article[] = [];
  for (const language of await languageFolders(folder)) {
    for (const name of await filesIn(folder, language)) {
      if (!name.endsWith(".md")) continue;
      const source = await readContent(folder, language, name);
      articles.push(parseArticle(source, language, name.slice(0, -".md".length)));
    }
  }
  const categories = await loadCategories(folder);
  const slugs = new Set(articles.map((article) => article.slug));
  for (const article of articles) {
    checkMarkdown(article);
    checkReferences(article, slugs);
    if (
      !categories.some(
        ({ id, language }) => id === article.category && language === article.language,
      )
    ) {
      throw refusal(article, `category "${article.category}" isn't in categories.yaml.`);
    }
  }
  return articles;
}

/** An article that a language lacks is shown in English, so a link to it isn't dead. */
function checkReferences(article: Article, slugs: ReadonlySet<string>): void {
  for (const slug of article.related) {
    if (slug === article.slug || !slugs.has(slug)) {
      throw refusal(article, `related article "${slug}" isn't another article.`);
    }
  }
  for (const path of articleLinks(article).internal) {
    const slug = path.startsWith("/help/") ? path.slice("/help/".length) : undefined;
    if (!linkablePaths.has(path) && (slug === undefined || !slugs.has(slug))) {
      throw refusal(article, `the link to ${path} leads to no page or article.`);
    }
  }
}

function refusal(article: Article, problem: string): BadArticle {
  return new BadArticle(article.language, article.slug, problem);
}
