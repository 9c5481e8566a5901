import type { Edition, TranslatedSentences } from "../edition/index.ts";
import { languageNames, oneLine, translatedOutline } from "../rendering/index.ts";

type TranslatedProps = { edition: Edition; translation: TranslatedSentences };

/** The sentences of an edition in another language; what is made of claims and sources is in English alone. */
export function TranslatedPage({ edition, translation }: TranslatedProps) {
  const path = `/briefs/${edition.brief}`;
  const date = edition.dated.slice(0, 10);
  return (
    <>
      <article class="stack" lang={translation.language}>
        <h1>{oneLine(translation.sections.headline[0] ?? "")}</h1>
        <p class="muted small">
          <time datetime={date}>{date}</time>
        </p>
        {translatedOutline(edition, translation).map(({ id, title, lines }) => (
          <section>
            <h2 id={id}>{title}</h2>
            <ul>
              {lines.map(({ is, text, claims = [] }) => (
                <li>
                  {is === "question" ? <strong>{oneLine(text)}</strong> : oneLine(text)}
                  {claims.map((number) => (
                    <>
                      {" "}
                      <a href={`${path}#claim-${number}`}>{`[${number}]`}</a>
                    </>
                  ))}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </article>
      <LanguageLinks edition={edition} />
    </>
  );
}

/** The languages that an edition is in; nothing, where that is English alone. */
export function LanguageLinks({ edition }: { edition: Edition }) {
  const { translations, brief } = edition;
  if (translations.length === 0) return null;
  return (
    <ul class="links no-print small">
      <li>
        <a href={`/briefs/${brief}`} lang="en" hreflang="en">
          {languageNames.en}
        </a>
      </li>
      {translations.map(({ language }) => (
        <li>
          <a href={`/briefs/${brief}/${language}`} lang={language} hreflang={language}>
            {languageNames[language]}
          </a>
        </li>
      ))}
    </ul>
  );
}
