import { raw } from "hono/html";
import { type Language, Notice } from "#platform";
import type { Article } from "../article.ts";
import { say } from "../messages.ts";
import type { RenderedArticle } from "../render.ts";

type ArticlePageProps = {
  language: Language;
  article: Article;
  rendered: RenderedArticle;
  related: readonly Article[];
  /** The reader has just voted. */
  hasVoted: boolean;
};

export function ArticlePage({ language, article, rendered, related, hasVoted }: ArticlePageProps) {
  return (
    <>
      <article lang={article.language} class="stack">
        <h1>{article.title}</h1>
        {/* Rendered from our own Markdown with HTML switched off: see markdown.ts. */}
        <div class="prose">{raw(rendered.html)}</div>
        <p class="muted small">
          {say(language, "article.updated", { date: new Date(article.updated) })}
        </p>
      </article>
      <VoteForm language={language} slug={article.slug} hasVoted={hasVoted} />
      {related.length > 0 && (
        <nav aria-labelledby="related" class="no-print">
          <h2 id="related">{say(language, "article.related")}</h2>
          <ul class="links">
            {related.map(({ slug, title, language: tag }) => (
              <li>
                <a href={`/help/${slug}`} lang={tag}>
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <p class="no-print">
        <a href="/help">{say(language, "article.back")}</a>
      </p>
    </>
  );
}

type VoteFormProps = { language: Language; slug: string; hasVoted: boolean };

function VoteForm({ language, slug, hasVoted }: VoteFormProps) {
  if (hasVoted) {
    return (
      <Notice tone="quiet" label={say(language, "vote.question")}>
        <p id="vote" role="status">
          {say(language, "vote.thanks")}
        </p>
      </Notice>
    );
  }
  return (
    <form id="vote" class="vote no-print" method="post" action={`/help/${slug}/votes`}>
      <strong id="vote-question">{say(language, "vote.question")}</strong>
      <button
        class="plain"
        type="submit"
        name="helpful"
        value="yes"
        aria-describedby="vote-question"
      >
        {say(language, "vote.yes")}
      </button>
      <button
        class="plain"
        type="submit"
        name="helpful"
        value="no"
        aria-describedby="vote-question"
      >
        {say(language, "vote.no")}
      </button>
    </form>
  );
}
