import type { NeverAskId } from "../never-ask.ts";

/** The never-asked items that are things one can hand over. */
export type ThingId = Exclude<NeverAskId, "remote_access" | "weaken_security">;

/**
 * What the agent guard knows of one language. Every list holds phrases, one a line or parted by commas. In a phrase `word*` stands
 * for every word that begins so, `*word` for every word that ends so, `a|b` for either (`a|` for a or nothing), `..` for up
 * to seven words, `#` for a number. Marks on letters and capitals don't matter. In Korean, Japanese and Chinese every
 * character is a word, and blanks count for nothing.
 */
export type Language = {
  tag: string;
  /** The commonest words: by them a sentence's language is known. */
  common: string;
  items: Record<ThingId, string>;
  /** Other things: what an agent may rightly ask for, and phrases that only contain an item's word ("promo code"). */
  thing: string;
  /** Remote tools, the screen, the computer. */
  remote: string;
  /** What protects an account: "two-factor", "settings lock", "waiting time". */
  protection: string;
  /** What the client's device asks him to approve. */
  prompt: string;
  /** The same for a new device: the link in the mail. */
  devicePrompt: string;
  /** Handing over, as one says it to somebody ("send", "could you send"), before what is handed over. */
  give: string;
  /** The same after what is handed over ("Ihr Passwort mitteilen"). */
  giveLast?: string;
  /** Handing over with the thing inside ("envíemelo"). */
  giveIt?: string;
  /** Typing, confirming: an ask only when it goes to us or to a foreign place. */
  enter: string;
  enterLast?: string;
  enterIt?: string;
  /** Making sure of it: an ask unless it happens on our own page. */
  confirm: string;
  confirmLast?: string;
  /** "Without your", which with "I can't" is an ask. */
  without: string;
  unable: string;
  /** What carries a code to the client: the text message. */
  carrier: string;
  /** We want it: "what is your", "I need". */
  want: string;
  wantLast?: string;
  wantIt?: string;
  /** What a remote tool shows, spoken of before: "what is your id". */
  wantId: string;
  weaken: string;
  weakenLast?: string;
  /** Switching off with the thing inside ("quítela"). */
  weakenIt?: string;
  /** Letting somebody else in: "add", "whitelist", "trust". */
  admit: string;
  admitLast?: string;
  /** Whom or what: "this address", "my device". */
  foreign: string;
  approve: string;
  approveLast?: string;
  /** Opening the computer to somebody: "install", "share". */
  open: string;
  openLast?: string;
  /** Whole asks by themselves, without one of the objects above. */
  asks?: Partial<Record<NeverAskId, string>>;
  it: string;
  us: string;
  /** Places that aren't ours. */
  away: string;
  /** Our own places, where the client types his secrets himself. */
  own: string;
  refuse: string;
  /** They contain a refusal, a scammer or a verb, and mean none: "don't hesitate", "let me know if". */
  hollow: string;
  /** Right before an item: it isn't the reader's ("my code"). */
  mine: string;
  /** "except us": takes a refusal back. */
  exception: string;
  /** A new clause begins that may contradict the one before. */
  but: string;
  or: string;
  /** Somebody else: "if someone", "the scammer", "he said". */
  third: string;
  /** What was: "did you", "have you", "thank you for", "asked you for". */
  past: string;
  /** We do it, or the client gets it: "I will send", "send you". */
  self: string;
  /** What is wanted is an answer, not the thing: "whether", "when". */
  whether: string;
  /** Other verbs that begin an instruction: "change", "open". */
  other: string;
  /** "you can": allows rather than asks. */
  permit: string;
  /** "when you": tells what follows from an act. */
  when: string;
  /** Makes taking a thing away a protection: "lost", "that you don't recognise". */
  lost: string;
  /** Makes a permission an ask: "for a moment", "so that I". */
  briefly: string;
  /** Goes on with what was asked: "and the next one". */
  more: string;
  filler: string;
  yes: string;
  /** A client's offer: "do you need". */
  offer: string;
  /** Words of an address: one may be typed on our pages, unlike the words of a seed phrase. */
  address?: string;
  /** May a verb stand without its object, so that "send to me" means what was spoken of? */
  dropsObject?: true;
};

export const lists = [
  "common",
  "thing",
  "remote",
  "protection",
  "prompt",
  "devicePrompt",
  "give",
  "giveLast",
  "giveIt",
  "enter",
  "enterLast",
  "enterIt",
  "want",
  "wantLast",
  "wantIt",
  "wantId",
  "weaken",
  "weakenLast",
  "weakenIt",
  "confirm",
  "confirmLast",
  "without",
  "unable",
  "carrier",
  "admit",
  "admitLast",
  "foreign",
  "approve",
  "approveLast",
  "open",
  "openLast",
  "it",
  "us",
  "away",
  "own",
  "refuse",
  "hollow",
  "mine",
  "exception",
  "but",
  "or",
  "third",
  "past",
  "self",
  "whether",
  "other",
  "permit",
  "when",
  "lost",
  "briefly",
  "more",
  "filler",
  "yes",
  "offer",
  "address",
] as const satisfies (keyof Language)[];

export type Kind = (typeof lists)[number] | "item" | "ask";
