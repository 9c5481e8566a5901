/** Words that a language's sentences are held together by; those of several languages say little, and count for each. */
const functionWords: Readonly<Record<string, string>> = {
  en: "the and to of is in that my you have for with not it this was are on be can your from but what please would why when there has",
  de: "der die das und ist nicht ich mein meine meinen zu den mit von für sie wir ein eine auf es im haben wie kann bitte warum dass aber noch habe",
  fr: "le la les et est pas je mon ma mes vous de des du un une pour dans que qui avec sur ne il ce pourquoi bonjour suis mais sont votre",
  es: "el la los las es no mi mis de del un una por para en que con se lo pero como está usted hola qué cuando su tengo porque gracias",
  pt: "os as não meu minha de do da um uma por para em que com se mas como está você olá não quando seu tenho obrigado foi ao",
  it: "il lo la gli non mio mia di del della un una per che con si ma come sono avete ho nel salve quando perché grazie questo ciao vostro ha ci se al alla nella",
  nl: "de het een en is niet ik mijn van voor met op dat zijn maar hoe kan jullie wij waarom wanneer naar aan er heb dit ook graag",
  tr: "ve bir bu ne için mi mı benim değil çok ile ama nasıl hesabım lütfen neden zaman var yok olarak kadar daha merhaba hala sizin bana",
};

const wordsMin = 3;
const leadMin = 1.4;
const lettersRead = 4_000;

const tags = Object.entries(functionWords).map(
  ([language, words]) => [language, new Set(words.split(" "))] as const,
);

/**
 * The language that somebody writes in, a BCP 47 tag: by the script, or by the words that hold sentences together; else
 * by what the mail's header `Content-Language` says (RFC 3282), which is often the mail program's own.
 * @returns undefined when neither says it
 */
export function languageOf(text: string, contentLanguage: string): string | undefined {
  const [said = ""] = contentLanguage.toLowerCase().split(/[,;]/);
  const declared = /^\s*([a-z]{2,3})(?:-[a-z\d-]{1,20})?\s*$/.exec(said)?.[1];
  const words = text.slice(0, lettersRead).replace(/\S*(?:@|:\/\/)\S*/g, " ");
  return byScript(words) ?? byWords(words) ?? declared;
}

function byScript(text: string): string | undefined {
  const count = (script: RegExp) => text.match(script)?.length ?? 0;
  const letters = count(/\p{L}/gu);
  const isMostly = (found: number) => found >= wordsMin && found * 2 > letters;
  if (isMostly(count(/\p{Script=Hangul}/gu))) return "ko";
  const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const han = count(/\p{Script=Han}/gu);
  if (isMostly(kana + han)) return kana * 10 > han ? "ja" : "zh";
  if (count(/[ğşı]/giu) >= wordsMin && isMostly(count(/\p{Script=Latin}/gu))) return "tr";
  // Ukrainian and others share the script, and have letters of their own.
  const isRussian = count(/[ыэёъ]/giu) > 0 || count(/[іїєґўљњћђџ]/giu) === 0;
  return isMostly(count(/\p{Script=Cyrillic}/gu)) && isRussian ? "ru" : undefined;
}

function byWords(text: string): string | undefined {
  const written = text.toLowerCase().match(/\p{L}{2,}/gu) ?? [];
  const [first, second] = tags
    .map(([language, words]) => ({
      language,
      count: written.filter((word) => words.has(word)).length,
    }))
    .sort((a, b) => b.count - a.count);
  const isClear = first && first.count >= wordsMin && first.count >= leadMin * (second?.count ?? 0);
  return isClear ? first.language : undefined;
}
