import german from "./words/de.json" with { type: "json" };
import english from "./words/en.json" with { type: "json" };
import spanish from "./words/es.json" with { type: "json" };
import french from "./words/fr.json" with { type: "json" };
import italian from "./words/it.json" with { type: "json" };
import japanese from "./words/ja.json" with { type: "json" };
import korean from "./words/ko.json" with { type: "json" };
import dutch from "./words/nl.json" with { type: "json" };
import portuguese from "./words/pt.json" with { type: "json" };
import russian from "./words/ru.json" with { type: "json" };
import turkish from "./words/tr.json" with { type: "json" };
import chinese from "./words/zh.json" with { type: "json" };

/** What each language has words for. */
export type Words = Record<About, string[]> &
  Record<
    "links" | "digits" | "reply" | "unlike" | "texts" | "failing" | "bare_code" | "card_code",
    string[]
  > & {
    typing: Record<Typing, string[]>;
    /** What a client says who knows no answer, or gives none. */
    refusals: string[];
    repeats?: string[];
  };

/** What a word of a message is about, the surer first. `card` names a card but not its number; `harmless` is a number that is no secret, an `iban` tells itself by its form. */
export const abouts = [
  "seed_phrase",
  "private_key",
  "master_key",
  "password",
  "api_key",
  "device_approval_code",
  "two_factor_code",
  "card_number",
  "card",
  "ssn",
  "passport_number",
  "iban",
  "harmless",
  "never",
] as const;
export type About = (typeof abouts)[number];

/**
 * Words around what somebody typed: that he typed it (`typed`, `it's`); whose name stands there (`user`); `as` my password, `is` it, `for`
 * it or `to` it (`in`); a `turn` to another one (`or`, `new`); what may stand `beside`.
 */
export const typings = ["typed", "user", "as", "is", "in", "turn", "beside"] as const;
export type Typing = (typeof typings)[number];

/** English first: where a word means different things, the first language that has it decides. */
export const languages: readonly Words[] = [
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
