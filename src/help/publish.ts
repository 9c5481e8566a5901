import { type Database, transaction } from "#platform";
import type { Article } from "./article.ts";
import { searchConfiguration } from "./configuration.ts";
import { articleText } from "./render.ts";
import {
  type ArticleRow,
  insertArticles,
  lockLibrary,
  publishedHashes,
  publishedLanguages,
  recountLexemes,
  removeArticles,
  replaceWords,
} from "./store.ts";

/**
 * Makes the search index say what the articles say: new and changed ones in, vanished ones out, in one transaction.
 * Publishing the same articles again changes nothing, so every process may do it when it starts.
 * @returns how many articles were put in and taken out
 */
export async function publishArticles(
  database: Database,
  articles: readonly Article[],
  now: Date,
): Promise<{ added: number; removed: number }> {
  return await transaction(database, async (inTransaction) => {
    await lockLibrary(inTransaction);
    const sum = { added: 0, removed: 0 };
    const written = articles.map((article) => article.language);
    const languages = new Set([...written, ...(await publishedLanguages(inTransaction))]);
    for (const language of languages) {
      const wanted = articles.filter((article) => article.language === language);
      const present = await publishedHashes(inTransaction, language);
      const added = wanted.filter(({ slug, contentHash }) => present.get(slug) !== contentHash);
      const kept = new Set(
        wanted.filter((article) => !added.includes(article)).map(({ slug }) => slug),
      );
      const removed = [...present.keys()].filter((slug) => !kept.has(slug));
      if (added.length + removed.length === 0) continue;
      await removeArticles(inTransaction, language, removed);
      const configuration = searchConfiguration(language);
      await insertArticles(inTransaction, language, configuration, added.map(rowOf), now);
      await recountLexemes(inTransaction, language);
      await replaceWords(inTransaction, language, configuration, wanted.map(rowOf));
      sum.added += added.length;
      sum.removed += removed.length;
    }
    return sum;
  });
}

function rowOf(article: Article): ArticleRow {
  const { slug, contentHash, category, title, summary } = article;
  const keywords = article.keywords.join("\n");
  return { slug, contentHash, category, title, summary, keywords, body: articleText(article) };
}
