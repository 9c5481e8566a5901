import { compile, type Lexicon } from "../lexicon.ts";
import { german } from "./de.ts";
import { english } from "./en.ts";
import { spanish } from "./es.ts";
import { french } from "./fr.ts";
import { italian } from "./it.ts";
import { japanese } from "./ja.ts";
import { korean } from "./ko.ts";
import { dutch } from "./nl.ts";
import { portuguese } from "./pt.ts";
import { russian } from "./ru.ts";
import { turkish } from "./tr.ts";
import { chinese } from "./zh.ts";

const languages = [
  english,
  german,
  french,
  spanish,
  portuguese,
  italian,
  dutch,
  turkish,
  russian,
  korean,
  japanese,
  chinese,
];
let compiled: Lexicon | undefined;

/** The twelve languages that the guard reads, in one matcher; built when the first message is judged. */
export function lexicon(): Lexicon {
  compiled ??= compile(languages);
  return compiled;
}
