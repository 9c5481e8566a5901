import { type Analysis, analyseReported, type SignalCode } from "#guard";
import { type Indicator, indicatorOf } from "./indicator.ts";
import { type Claim, saidIn, withoutAddressee } from "./report.ts";

/** No honest report names more. */
const contactsMax = 40;

/** What the choice of a caller says: it was the reporter's word, so none of the scammer's shows it. */
const roleOf: Partial<Record<Claim, SignalCode>> = {
  us: "impersonates_exchange",
  bank: "impersonates_bank",
  authority: "impersonates_authority",
  tech_support: "impersonates_tech_support",
  shop: "impersonates_shop",
  family: "impersonates_family",
};

/** What the checker says of a contact: its verdict, and the keys that it is known by, its own first. */
export type ReadContact = (text: string) => Promise<{ verdict: string; keys: readonly string[] }>;

/** A contact that a report names, with what the checker says of it. */
export type NamedContact = {
  /** As it was found. */
  shown: string;
  verdict: string;
  /** What is kept of it: nothing of a contact of ours, which scammers show too. */
  indicator: Indicator | undefined;
};

export type Examined = {
  analysis: Analysis;
  contacts: readonly NamedContact[];
  /** Files came with it that only a person reads. */
  isUnread: boolean;
};

/** Looks through a report's words, from which the secrets were taken: signals, a verdict, and whom it names. */
export async function examine(
  words: string,
  read: ReadContact,
): Promise<Pick<Examined, "analysis" | "contacts">> {
  const { words: said, claim } = saidIn(words);
  const role = claim && roleOf[claim];
  const analysis = analyseReported(withoutAddressee(said), role ? [role] : []);
  const contacts: NamedContact[] = [];
  const known = new Set<string>();
  for (const { type, value } of analysis.indicators) {
    if (type === "app" || contacts.length >= contactsMax) continue;
    const { verdict, keys } = await read(value);
    const [key = ""] = keys;
    const isKnown = known.has(key);
    known.add(key);
    if (isKnown && key !== "") continue;
    const isOurs = verdict.startsWith("ours") || verdict === "was_ours";
    contacts.push({ shown: value, verdict, indicator: isOurs ? undefined : indicatorOf(key) });
  }
  return { analysis, contacts };
}

/** `unread`: nothing was found in what was read, and a program can't read the rest. */
export type Heading = Analysis["verdict"] | "unread";

/** How an answer is headed: an imitation of us and a reported contact are suspicious, whatever the words are. */
export function headingOf({ analysis, contacts, isUnread }: Examined): Heading {
  if (analysis.verdict !== "nothing_found") return analysis.verdict;
  const accused = ["imitates_us", "reported"];
  if (contacts.some(({ verdict }) => accused.includes(verdict))) return "suspicious";
  return isUnread ? "unread" : "nothing_found";
}

/** What is kept of a report's contacts, each once, in an order that all transactions share. */
export function indicatorsIn({ contacts }: Pick<Examined, "contacts">): Indicator[] {
  return contacts
    .flatMap(({ indicator }) => indicator ?? [])
    .sort((a, b) => (`${a.type} ${a.value}` < `${b.type} ${b.value}` ? -1 : 1));
}
