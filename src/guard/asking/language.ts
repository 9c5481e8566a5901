/**
 * What words mean, whatever the language: the model knows only these. First who speaks of whom, then what is done, then what it
 * is done with, then what is said beside it. The row that begins with "signin" holds further words for what may be asked for, or
 * for who asks. The last rows tell an ask and an honest sentence like it apart: for how long, why today, what was reported.
 */
export const concepts = [
  ...["i", "we", "you", "your", "me", "my", "he", "someone", "nobody", "it"],
  ...["not", "never", "nothing", "without", "only", "please", "canyou", "must", "ineed", "need"],
  ...["thanks", "willdo", "sothat", "send", "tell", "read", "show", "type", "paste", "reply"],
  ...["press", "approve", "reject", "install", "uninstall", "open", "connect", "turnoff", "turnon"],
  ...["remove", "add", "raise", "ignore", "lie", "change", "reset", "create", "keep", "protect"],
  ...[
    "check",
    "wait",
    "try",
    "lockacct",
    "describe",
    "fresh",
    "password",
    "username",
    "code",
    "sms",
  ],
  ...["auth", "backup", "qr", "seed", "word", "privkey", "wallet", "address", "master", "device"],
  ...["devmail", "link", "mail", "screen", "remotetool", "page", "ownpage", "limit", "lock"],
  ...["waiting", "warning", "whitelist", "prompt", "number", "first", "now", "past", "did", "here"],
  ...["away", "scammer", "says", "staff", "if", "when", "why", "what", "question", "ask", "txid"],
  ...["error", "public", "other", "amount", "money", "problem", "sorry", "enough", "proof"],
  ...["signin", "secret", "factor", "newdevice", "coinsecret", "vaultkey", "protection"],
  ...["remotely", "nod", "criminal"],
  ...["yes", "awhile", "thistime", "reported", "unknown", "passkey", "listing", "see", "paper"],
  ...[
    "file",
    "knob",
    "extreme",
    "old",
    "bank",
    "account",
    "pretext",
    "byitself",
    "whereto",
    "count",
  ],
  ...["still", "ends", "reassure", "impossible", "call", "leaveit", "login", "finish", "name"],
  ...["nowhere", "whole", "appear", "arrive", "proceed", "fine", "have", "saved", "document"],
  ...["date", "letin", "own", "screenshot"],
  ...["rest", "spot", "looks", "duration", "price", "works", "handle", "dear", "keys", "chain"],
  ...["computer", "match", "undo", "business", "usual", "any", "times", "family", "know", "help"],
  ...["voice", "find", "thing", "group", "better", "exactly", "because", "then", "little"],
] as const;

export type Concept = (typeof concepts)[number];

/**
 * What the agent guard knows of one language: of each concept the phrases that mean it, parted by commas, in as many lines as
 * they need. In a phrase `word*` stands for every word that begins so, `*word` for every word that ends so, `a|b`
 * for either, `..` for up to seven words. Marks on letters and capitals don't matter. In Korean, Japanese and Chinese every
 * character is a word, and blanks count for nothing. `common` holds the commonest words: by them a language is known.
 */
export type Language = { tag: string; words: Readonly<Record<string, readonly string[]>> };
