import { german } from "./de.ts";
import { english } from "./english.ts";
import { spanish } from "./es.ts";
import { french } from "./fr.ts";
import { italian } from "./it.ts";
import { japanese } from "./ja.ts";
import { korean } from "./ko.ts";
import type { Language } from "./language.ts";
import { dutch } from "./nl.ts";
import { portuguese } from "./pt.ts";
import { russian } from "./ru.ts";
import { turkish } from "./tr.ts";
import { chinese } from "./zh.ts";

/** Every language by its tag. All are tried on every text: scams mix them, and nobody says which it is. */
export const languages: Readonly<Record<string, Language>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  pt: portuguese,
  it: italian,
  nl: dutch,
  tr: turkish,
  ru: russian,
  ko: korean,
  ja: japanese,
  zh: chinese,
};
