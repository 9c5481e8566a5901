import { join } from "node:path";
import type { Language } from "#platform";
import type { Article } from "./article.ts";
import { loadArticles } from "./articles.ts";
import { type Banner, loadBanners } from "./banner.ts";
import { type Category, loadCategories } from "./category.ts";
import { loadSynonyms, type Synonyms } from "./synonyms.ts";

/** Everything that stands in the folder of help content, read once at the start. */
export type Library = {
  articles: readonly Article[];
  categories: readonly Category[];
  banners: readonly Banner[];
  synonyms: Synonyms;
};

/** @throws {InvalidInput} naming the first file that can't be published */
export async function loadLibrary(folder: string): Promise<Library> {
  return {
    articles: await loadArticles(folder),
    categories: await loadCategories(folder),
    banners: await loadBanners(join(folder, "banners.yaml")),
    synonyms: await loadSynonyms(folder),
  };
}

/** The article in the reader's language, or in English where theirs lacks it. */
export function articleFor(
  library: Library,
  slug: string,
  language: Language,
): Article | undefined {
  const found = library.articles.filter((article) => article.slug === slug);
  return bestIn(found, language);
}

/** The shelves in the reader's language, each with its articles for the public. */
export function shelvesFor(
  library: Library,
  language: Language,
): { category: Category; articles: Article[] }[] {
  const slugs = [...new Set(library.articles.map(({ slug }) => slug))];
  const articles = slugs.flatMap((slug) => articleFor(library, slug, language) ?? []);
  const ids = [...new Set(library.categories.map(({ id }) => id))];
  return ids.flatMap((id) => {
    const category = bestIn(
      library.categories.filter((entry) => entry.id === id),
      language,
    );
    const onShelf = articles.filter((article) => article.category === id);
    return category && onShelf.length > 0 ? [{ category, articles: onShelf }] : [];
  });
}

function bestIn<Entry extends { language: string }>(
  entries: readonly Entry[],
  language: Language,
): Entry | undefined {
  const base = language.tag.split("-")[0];
  return (
    entries.find((entry) => entry.language === language.tag) ??
    entries.find((entry) => entry.language === base) ??
    entries.find((entry) => entry.language === "en")
  );
}
