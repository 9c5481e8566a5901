import { existsSync, readdirSync, readFileSync } from "node:fs";
import { IntlMessageFormat } from "intl-messageformat";
import { englishPseudo, pseudo } from "./pseudo.ts";

/** A language that pages can be shown in, by its BCP 47 tag. */
export type Language = { tag: string; direction: "ltr" | "rtl" };

export type MessageValues = Record<string, string | number | Date>;

/** Gives the text of a message in a language, its values filled in (ICU MessageFormat). */
export type Say<Key extends string> = (
  language: Language,
  key: Key,
  values?: MessageValues,
) => string;

const messagesFolder = new URL("../../../messages/", import.meta.url);

export const english: Language = { tag: "en", direction: "ltr" };

/** The languages that have a folder under `messages/`, English first. */
export const languages: readonly Language[] = readdirSync(messagesFolder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => languageOf(entry.name))
  .sort((a, b) => Number(b.tag === "en") - Number(a.tag === "en") || a.tag.localeCompare(b.tag));

/**
 * A slice's part of the message catalogue: `messages/<language>/<name>.json`. English is complete and typed;
 * a message that another language lacks is shown in English.
 */
export function catalogue<Messages extends Record<string, string>>(
  name: string,
  inEnglish: Messages,
): Say<keyof Messages & string> {
  const formats = new Map<string, IntlMessageFormat>();
  return (language, key, values) => {
    const id = `${language.tag}/${key}`;
    let format = formats.get(id);
    if (!format) {
      const [message, locale] = messageIn(language, name, inEnglish, key);
      format = new IntlMessageFormat(message, locale, undefined, { ignoreTag: true });
      formats.set(id, format);
    }
    const text = String(format.format(values));
    return language.tag === englishPseudo.tag ? pseudo(text) : text;
  };
}

const translations = new Map<string, Record<string, string>>();

function messageIn(
  language: Language,
  name: string,
  inEnglish: Record<string, string>,
  key: string,
): [message: string, locale: string] {
  const translated = translationOf(language.tag, name)[key];
  if (translated !== undefined) return [translated, language.tag];
  const message = inEnglish[key];
  if (message === undefined) throw new Error(`messages/en/${name}.json has no message "${key}"`);
  return [message, "en"];
}

function translationOf(tag: string, name: string): Record<string, string> {
  if (tag === "en" || !languages.some((language) => language.tag === tag)) return {};
  const id = `${tag}/${name}.json`;
  let messages = translations.get(id);
  if (!messages) {
    const file = new URL(id, messagesFolder);
    messages = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
    translations.set(id, messages as Record<string, string>);
  }
  return messages as Record<string, string>;
}

function languageOf(tag: string): Language {
  const { direction } = new Intl.Locale(tag).getTextInfo();
  return { tag, direction: direction === "rtl" ? "rtl" : "ltr" };
}
