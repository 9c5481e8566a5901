import type { Edition, TranslatedSentences } from "../edition/index.ts";
import type { Line, OutlineSection } from "./outline.ts";

type Told = keyof TranslatedSentences["sections"];
type Phrases = Readonly<
  Record<Exclude<Told, "headline"> | "faq" | "edition" | "note" | "rest", string>
>;

/** What languages are called in themselves. */
export const languageNames: Readonly<Record<TranslatedSentences["language"] | "en", string>> = {
  ...{ en: "English", de: "Deutsch", fr: "Français", es: "Español" },
};

/** Headings and fixed phrases; `{number}` is the edition's. */
const phrases: Readonly<Record<TranslatedSentences["language"], Phrases>> = {
  de: {
    ...{ summary: "Zusammenfassung", known: "Was wir wissen", context: "Hintergrund" },
    ...{ firm_says: "Was das Unternehmen sagt", why_it_matters: "Warum es wichtig ist" },
    ...{ faq: "Fragen und Antworten", edition: "Ausgabe {number}" },
    note: "Diese Übersetzung gehört zur Ausgabe und steht auf denselben Belegen. Im Zweifel gilt die englische Fassung.",
    rest: "Was unklar oder umstritten ist, die Quellen und die Berichtigungen stehen in der englischen Fassung.",
  },
  fr: {
    ...{ summary: "Résumé", known: "Ce que nous savons", context: "Contexte" },
    ...{ firm_says: "Ce que dit l’entreprise", why_it_matters: "Pourquoi c’est important" },
    ...{ faq: "Questions et réponses", edition: "Édition {number}" },
    note: "Cette traduction fait partie de l’édition et repose sur les mêmes preuves. En cas de doute, la version anglaise fait foi.",
    rest: "Ce qui est incertain ou contesté, les sources et les corrections se trouvent dans la version anglaise.",
  },
  es: {
    ...{ summary: "Resumen", known: "Lo que sabemos", context: "Contexto" },
    ...{ firm_says: "Lo que dice la empresa", why_it_matters: "Por qué importa" },
    ...{ faq: "Preguntas y respuestas", edition: "Edición {number}" },
    note: "Esta traducción forma parte de la edición y se apoya en las mismas pruebas. En caso de duda, vale la versión inglesa.",
    rest: "Lo que no está claro o se discute, las fuentes y las correcciones están en la versión inglesa.",
  },
};

export function translationIn(
  { translations }: Edition,
  language: string,
): TranslatedSentences | undefined {
  return translations.find((one) => one.language === language);
}

/** A sentence or a question of an edition, and what a translation has for it. */
export type Pair = { original: string; text: string };

/** All that a translation says, each sentence beside the one that it translates. */
export function pairsOf(edition: Edition, { sections, faq }: TranslatedSentences): Pair[] {
  const told = (Object.keys(sections) as Told[]).flatMap((name) =>
    sections[name].map((text, place) => pairOf(edition.sections[name][place]?.text, text)),
  );
  const asked = faq.flatMap(({ question, sentences }, place) => {
    const own = edition.faq[place];
    return [
      pairOf(own?.question, question),
      ...sentences.map((text, at) => pairOf(own?.sentences[at]?.text, text)),
    ];
  });
  return [...told, ...asked];
}

function pairOf(original: string | undefined, text: string): Pair {
  return { original: original ?? "", text };
}

/** The sentences of an edition in another language, each with the claims of its own sentence. */
export function translatedOutline(
  edition: Edition,
  { language, sections, faq }: TranslatedSentences,
): OutlineSection[] {
  const words = phrases[language];
  const told = (name: Told): Line[] =>
    sections[name].map((text, place) => ({
      ...{ is: "sentence", text },
      claims: edition.sections[name][place]?.claims ?? [],
    }));
  const names = ["summary", "known", "firm_says", "context", "why_it_matters"] as const;
  const asked = faq.flatMap(({ question, sentences }, place): Line[] => [
    { is: "question", text: question },
    ...sentences.map(
      (text, at): Line => ({
        ...{ is: "sentence", text },
        claims: edition.faq[place]?.sentences[at]?.claims ?? [],
      }),
    ),
  ]);
  const notes: Line[] = [words.note, words.rest].map((text) => ({ is: "note", text }));
  return [
    ...names.map((id) => ({ id, title: words[id], lines: told(id) })),
    { id: "faq", title: words.faq, lines: asked },
    {
      id: "english",
      title: words.edition.replace("{number}", String(edition.number)),
      lines: notes,
    },
  ].filter(({ lines }) => lines.length > 0);
}
