import { compile, type Lexicon } from "../lexicon.ts";
import german from "./de.json" with { type: "json" };
import english from "./en.json" with { type: "json" };
import spanish from "./es.json" with { type: "json" };
import french from "./fr.json" with { type: "json" };
import italian from "./it.json" with { type: "json" };
import japanese from "./ja.json" with { type: "json" };
import korean from "./ko.json" with { type: "json" };
import dutch from "./nl.json" with { type: "json" };
import portuguese from "./pt.json" with { type: "json" };
import russian from "./ru.json" with { type: "json" };
import turkish from "./tr.json" with { type: "json" };
import chinese from "./zh.json" with { type: "json" };

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
