import { englishAsks } from "./en-asks.ts";
import { englishLists } from "./en-lists.ts";
import { englishStories } from "./en-stories.ts";
import type { Language } from "./language.ts";

export const english: Language = {
  lists: englishLists,
  signals: { ...englishAsks, ...englishStories },
  warnings: [
    "never|nobody|no_one|wont|will_not|would_never|doesnt|does_not|cannot|should_not|shouldnt|must_not|beware|refuse_to|dont_ever",
    "dont|do_not ..1 ever|call|ask|send|request|install|download|share|give|move|buy|pay|click|let|allow|trust|open",
    "scammers|fraudsters|criminals|thieves|scammer ..2 may|might|could|often|will|try|typically|sometimes|usually|pretend|can",
    "how_to|signs ..6 scam|scams|fraud|phishing",
  ],
};
