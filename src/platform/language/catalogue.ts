import { existsSync, readdirSync, readFileSync } from "node:fs";
import { z } from "@hono/zod-openapi";
import { type Formats, IntlMessageFormat } from "intl-messageformat";
import { englishPseudo, pseudo } from "./pseudo.ts";

/** A language that pages can be shown in, by its BCP 47 tag. */
export type Language = { tag: string; direction: "ltr" | "rtl" };

export type MessageValues = Record<string, string | number | Date>;

/** Gives the text of a message in a language, its values filled in (ICU MessageFormat). */
type Say<Key extends string> = (language: Language, key: Key, values?: MessageValues) => string;

const clock: Intl.DateTimeFormatOptions = {
  ...{ hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: "UTC" },
  timeZoneName: "short",
};

/** A day and a time in a message are those that the data says, wherever the server stands; a time has its zone beside it. */
const inUtc: Partial<Formats> = {
  date: {
    short: { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" },
    long: { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" },
  },
  time: { short: clock, medium: { ...clock, second: "2-digit" } },
};

const messagesSchema = z.record(z.string(), z.string());
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
      format = new IntlMessageFormat(message, locale, inUtc, { ignoreTag: true });
      formats.set(id, format);
    }
    const text = String(format.format(values));
    return language.tag === englishPseudo.tag ? pseudo(text) : text;
  };
}

/** What is said of a refusal: the catalogue's words for its code, under `problem.<code>`, where it has any; else the error's own. */
export function problemSentences<Messages extends Record<string, string>>(
  say: Say<keyof Messages & string>,
  inEnglish: Messages,
) {
  return (language: Language, { code, message }: { code: string; message: string }): string => {
    const key = `problem.${code}`;
    return Object.hasOwn(inEnglish, key) ? say(language, key) : message;
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
  const known = translations.get(id);
  if (known) return known;
  const file = new URL(id, messagesFolder);
  const text = existsSync(file) ? readFileSync(file, "utf8") : "{}";
  const messages = messagesSchema.parse(JSON.parse(text));
  translations.set(id, messages);
  return messages;
}

function languageOf(tag: string): Language {
  const { direction } = new Intl.Locale(tag).getTextInfo();
  return { tag, direction: direction === "rtl" ? "rtl" : "ltr" };
}
