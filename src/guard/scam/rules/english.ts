import { englishAsks } from "./en-asks.ts";
import { englishLists } from "./en-lists.ts";
import { englishStories } from "./en-stories.ts";
import type { Language } from "./language.ts";

export const english: Language = {
  lists: englishLists,
  signals: { ...englishAsks, ...englishStories },
  warnings: [
    "if|when ..2 caller|anyone|someone|anybody|somebody ..2 wants|asks|asked|tells|told|tries ..1 you|for|to",

    "none|nobody|no_one|no ..1 of_our|of_ours|employee|agent|colleague|staff ..3 will|would|of",

    "beware|be_wary|be_suspicious|watch_out|look_out|be_careful ..1 of|for ..2 anyone|calls|callers|people|messages|emails|texts|someone|anybody|scams|scam",
    "hang_up ..1 on|if|when",
    "how_do_i|how_can_i|can_i|could_i|may_i ..1 add|whitelist|pay|use|withdraw",

    "never|nobody|no_one|wont|will_not|would_never|doesnt|does_not|cannot|should_not|shouldnt|must_not|beware|refuse_to|dont_ever",
    "scammers|fraudsters|criminals|thieves|scammer ..2 may|might|could|often|will|try|typically|sometimes|usually|pretend|can",
    "how_to|signs ..6 scam|scams|fraud|phishing",
  ],
  refusals: [
    "dont|do_not ..1 ever|call|ask|send|request|install|download|share|give|move|buy|pay|click|let|allow|trust|open",
  ],
  keptCodes: [
    "code|codes|otp|passcode|password|pin ..10 dont|do_not|never ..3 share|give|tell|forward|disclose|show|reveal ..3 anyone|anybody|others|it",
    "code|codes|otp|passcode|password|pin ..10 dont|do_not|never ..3 share|give|tell|forward|disclose|show|reveal ..3 anyone|anybody|others|it ..6 bank|staff|employees|employee|us|agents|support|team",
    "dont|do_not|never ..1 share|give|tell|disclose|forward|reveal ..4 code|otp|passcode|pin|password ..4 anyone|anybody|others",
    "dont|do_not|never ..1 share|give|tell|disclose|forward|reveal ..4 code|otp|passcode|pin|password ..4 anyone|anybody|others ..6 bank|staff|employees|employee|us|agents|support|team",
  ],
};
