import type { Language } from "#platform";
import { type Library, shelvesFor } from "../library.ts";

/** Every article, on its shelf. */
export function Shelves({ language, library }: { language: Language; library: Library }) {
  return (
    <div class="columns">
      {shelvesFor(library, language).map(({ category, articles }) => (
        <section id={category.id} aria-labelledby={`${category.id}-title`} lang={category.language}>
          <h2 id={`${category.id}-title`}>{category.title}</h2>
          <p class="muted">{category.summary}</p>
          <ul class="links">
            {articles.map((article) => (
              <li>
                <a href={`/help/${article.slug}`} lang={article.language}>
                  {article.title}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
