import { asksIn } from "./asks.ts";
import { tellsOfCall } from "./call-words.ts";
import type { Evidence, Judgement } from "./judgement.ts";
import { imitationOfName } from "./lookalike.ts";
import { holdsMail } from "./mail-traces.ts";
import { contactsIn } from "./message.ts";
import { type PlainText, plainText, withoutContacts } from "./message-text.ts";
import { unreadIn } from "./message-unread.ts";
import { skeletonOf } from "./skeleton.ts";
import {
  type Finding,
  type Imitation,
  type InputKind,
  type Reason,
  type Verdict,
  worstFirst,
} from "./verdict.ts";

/** Some words without any contact, up to this long, are a name such as "Larkmoor Support". */
const nameCharactersMax = 40;
const nameWordsMax = 4;
/** A longer message isn't read to its end, and so its contacts being ours says nothing about it. */
const messageCharactersMax = 100_000;
/** Only this much of a message is looked through for our name. */
const readCharactersMax = 20_000;

/**
 * A pasted message is as good as its worst contact, never proven by its words, and undone by what it asks for. Where
 * something in it couldn't be read, contacts of ours beside it make it no better than unreadable.
 */
export function judgeMessage(
  evidence: Evidence,
  text: string,
  judge: (kind: InputKind, contact: string) => Judgement,
): Judgement {
  const plain = plainText(text, messageCharactersMax);
  const { contacts, rest, isWhole } = contactsIn(plain.text);
  const { asks, isWhole: areAsksRead } = asksIn(withoutContacts(rest));
  const parts = contacts.map((contact) => ({
    input: contact.text,
    ...judge(contact.kind, contact.text),
  }));
  const worst = worstOf(parts);
  if (!worst) return judgeWords(evidence, text, asks);
  const sender = imitationBySender(evidence, text, parts);
  if (sender) return { kind: "message", readAs: "", verdict: "imitates_us", ...sender, parts };
  const { imitates, reasons } = worst;
  const counted: Reason = {
    code: isWhole ? "worst_part" : "many_parts",
    values: { count: String(parts.length), worst: worst.readAs || worst.input },
  };
  const verdict = verdictOfMessage(worst.verdict, asks.length > 0);
  const unread = verdict.startsWith("ours") ? unreadOf(plain, rest, isWhole && areAsksRead) : [];
  return {
    kind: "message",
    readAs: "",
    verdict: unread.length > 0 ? "unreadable" : verdict,
    ...(imitates === undefined ? undefined : { imitates }),
    reasons: [
      ...unread,
      ...asks,
      ...reasons,
      ...aboutInbound(worst, parts),
      ...aboutCall(text, parts),
      counted,
      { code: "message_proves_nothing" },
    ],
    parts,
  };
}

/** What keeps us from having read everything in a message. */
function unreadOf(plain: PlainText, rest: string, isWhole: boolean): Reason[] {
  if (holdsMail(plain.text)) return [{ code: "mail_needs_reading" }];
  if (!plain.isWhole || !isWhole) return [{ code: "not_all_read" }];
  const shown = unreadIn(rest);
  return shown === undefined ? [] : [{ code: "looks_like_contact", values: { shown } }];
}

const writtenSender = /^"?([^<>"\n]{1,100}?)"? {0,3}<[^<>\s@]{1,64}@([^<>\s@]{1,255})>$/;

/** `Larkmoor Support <someone@mail.example>`, as a mail program shows its sender; the name may be an address of ours. */
function imitationBySender(
  { brands }: Evidence,
  text: string,
  parts: readonly Finding[],
): Imitation | undefined {
  const [, name = "", domain = ""] = writtenSender.exec(text.trim()) ?? [];
  const [sender, ...others] = parts.toReversed();
  if (sender?.verdict !== "not_ours" || name === "") return undefined;
  const ours = others.find(({ verdict }) => verdict.startsWith("ours"));
  if (others.length > 0 && !ours) return undefined;
  const imitates = ours ? ours.readAs : imitationOfName(name, brands)?.imitates;
  const shown: Reason = { code: "display_name_imitates", values: { name, domain } };
  return imitates === undefined ? undefined : { imitates, reasons: [shown, ...sender.reasons] };
}

/** Words without a contact: a name that imitates ours, our name in somebody's words, or just words. */
export function judgeWords(evidence: Evidence, text: string, asks: Reason[] = []): Judgement {
  const words = text.trim();
  const isShort = words.length <= nameCharactersMax && !words.includes("\n");
  const carriesName = holdsOurName(evidence, words);
  const isName = isShort && (!carriesName || isDisplayName(evidence, words));
  const imitation = isName ? imitationOfName(words, evidence.brands) : undefined;
  if (imitation) return { kind: "unknown", readAs: words, verdict: "imitates_us", ...imitation };
  const reasons: Reason[] = [...asks, ...aboutCall(text)];
  if (carriesName) reasons.push({ code: "our_name_in_words" });
  else reasons.push({ code: "nothing_found" });
  const isPhrase = isShort && carriesName;
  const read = isPhrase ? { kind: "unknown", readAs: words } : { kind: "message", readAs: "" };
  return { ...(read as Pick<Judgement, "kind" | "readAs">), verdict: "not_ours", reasons };
}

/** Whoever calls from a number that we never call from isn't us, whatever else stands beside it. */
function aboutInbound(worst: Finding, parts: readonly Finding[]): Reason[] {
  const inbound = parts.find(({ verdict }) => verdict === "ours_inbound_only");
  if (!inbound || worst.verdict === inbound.verdict) return [];
  return [{ code: "calls_from_it_are_scams", values: { number: inbound.readAs } }];
}

/** Numbers without words are what a phone showed. */
function aboutCall(text: string, parts: readonly Finding[] = []): Reason[] {
  const isNumbersAlone = parts.every(({ kind }) => kind === "phone") && !/\p{L}{3}/u.test(text);
  const isCall = tellsOfCall(text) || (parts.length > 0 && isNumbersAlone);
  return isCall ? [{ code: "tells_of_call" }] : [];
}

/** Chinese, Japanese, Korean and Thai set no blank between their words and ours. */
const betweenScripts =
  /(?<=[\p{Script=Latin}\p{N}])(?=\p{Lo})|(?<=[\p{Lo}ー々])(?=[\p{Script=Latin}\p{N}])/u;
const betweenWords = new RegExp(`[^\\p{L}\\p{N}]+|${betweenScripts.source}`, "u");

/** Words of Latin letters joined to those of a script without capitals. */
export function isOfTwoScripts(word: string): boolean {
  return betweenScripts.test(withoutTwins(word));
}

/** A text in which letters without capitals that all pass for Latin ones, as `ꓢꓴꓑꓑꓳꓣꓔ` or `º`, are some Latin letters. */
function withoutTwins(text: string): string {
  return text.replace(/[\p{Lo}\p{M}]+/gu, (letters) =>
    /^[a-z0-9]+$/.test(skeletonOf(letters)) ? "X".repeat(letters.length) : letters,
  );
}

/** Is our name there as a word, written as we write it? It may be of two scripts itself. */
function holdsOurName(evidence: Evidence, text: string): boolean {
  const said = inWords(text.slice(0, readCharactersMax));
  return evidence.open.directory.brands.some((brand) => said.includes(inWords(brand)));
}

/** The words of a text, each between two blanks. */
function inWords(text: string): string {
  const words = withoutTwins(text).toLowerCase().split(betweenWords);
  return ` ${words.filter((word) => word !== "").join(" ")} `;
}

const searchWords = /\b(?:phone|number|address|contact|telephone|e-?mail|real|genuine|legit)\b/i;

/**
 * "Larkmoor Support", as a sender or a caller shows it, rather than words about us or a search for us. What scripts without
 * capital letters say beside our name, nobody here has read: it is no name.
 */
function isDisplayName(evidence: Evidence, written: string): boolean {
  const words = withCapitals(evidence, withoutTwins(written));
  const single = words.split(/\s+/);
  return (
    single.length <= nameWordsMax &&
    single.every((word) => /^[\p{Lu}\p{N}&(-]/u.test(word)) &&
    !/[,;:?!.\p{Lo}]/u.test(words) &&
    !searchWords.test(words)
  );
}

/** A text with a capital letter in the place of a name of ours that has letters of a script without. */
function withCapitals({ open }: Evidence, text: string): string {
  const own = open.directory.brands.map(inWords).filter((brand) => /\p{Lo}/u.test(brand));
  if (own.length === 0) return text;
  const names = own.map((brand) => brand.trim().replaceAll(" ", "[^\\p{L}\\p{N}]*"));
  const alone = `(?<![\\p{L}\\p{N}])(?:${names.join("|")})(?![\\p{L}\\p{N}])`;
  return text.replace(new RegExp(alone, "giu"), "X");
}

/** A message is never `ours`, and one that asks for what we never ask for isn't from us, whatever it links to. */
function verdictOfMessage(worst: Verdict, asksForSecrets: boolean): Verdict {
  if (asksForSecrets && worst.startsWith("ours")) return "not_ours";
  return worst === "ours" ? "ours_never_proof" : worst;
}

/** The part that decides: the first of those with the worst verdict. */
function worstOf(parts: readonly Finding[]): Finding | undefined {
  for (const verdict of worstFirst) {
    const found = parts.find((part) => part.verdict === verdict);
    if (found) return found;
  }
  return undefined;
}
