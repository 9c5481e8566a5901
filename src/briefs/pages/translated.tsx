import type { Language } from "#platform";
import { type Edition, lostLanguages, type TranslatedSentences } from "../edition/index.ts";
import { say } from "../messages.ts";
import { languageNames, oneLine, pairsOf, translatedOutline } from "../rendering/index.ts";

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

/** For who publishes an edition: in which languages readers lose it. */
export function LostTranslations({ edition, language }: BesideProps) {
  const lost = lostLanguages(edition);
  if (lost.length === 0) return null;
  const names = lost.map((one) => languageNames[one]).join(", ");
  return <p class="notice tone-caution">{say(language, "staff.translation.lost", { names })}</p>;
}

type BesideProps = { edition: Edition; language: Language };

/** For who publishes an edition: every sentence of its translations, beside the one that it translates. */
export function TranslationsBeside({ edition, language }: BesideProps) {
  return (
    <>
      {edition.translations.map((translation) => {
        const name = languageNames[translation.language];
        const title = `translation-${translation.language}`;
        return (
          <section aria-labelledby={title}>
            <h2 id={title}>{say(language, "staff.translation", { name })}</h2>
            <section class="scroll" tabindex={0} aria-labelledby={title}>
              <table>
                <thead>
                  <tr>
                    <th scope="col">{languageNames.en}</th>
                    <th scope="col">{name}</th>
                  </tr>
                </thead>
                <tbody>
                  {pairsOf(edition, translation).map(({ original, text }) => (
                    <tr>
                      <td lang="en">{oneLine(original)}</td>
                      <td lang={translation.language}>{oneLine(text)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          </section>
        );
      })}
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
