import { findAsks } from "#guard";
import type { Evidence, Judgement } from "./judgement.ts";
import { imitationOfName } from "./lookalike.ts";
import { contactsMax, findContacts } from "./message.ts";
import { type Finding, type InputKind, type Reason, type Verdict, worstFirst } from "./verdict.ts";

/** Some words without any contact, up to this long, are a name such as "Larkmoor Support". */
const nameCharactersMax = 40;
/** Only this much of a message is read for what it asks; a sentence is cut where it gets longer than people write. */
const readCharactersMax = 20_000;
const sentenceCharactersMax = 1_000;
const asksShownMax = 3;
const quotedCharactersMax = 100;

/** A pasted message is as good as its worst contact, never proven by its words, and undone by what it asks for. */
export function judgeMessage(
  evidence: Evidence,
  text: string,
  judge: (kind: InputKind, contact: string) => Judgement,
): Judgement {
  const asks = asksIn(text);
  const parts = findContacts(text).map((contact) => ({
    input: contact.text,
    ...judge(contact.kind, contact.text),
  }));
  const worst = worstOf(parts);
  if (!worst) return judgeWords(evidence, text, asks);
  const { verdict, imitates, reasons } = worst;
  const count = String(parts.length);
  const counted: Reason = {
    code: parts.length < contactsMax ? "worst_part" : "many_parts",
    values: { count, worst: worst.readAs || worst.input },
  };
  return {
    kind: "message",
    readAs: "",
    verdict: verdictOfMessage(verdict, asks.length > 0),
    ...(imitates === undefined ? undefined : { imitates }),
    reasons: [...asks, ...reasons, counted, { code: "message_proves_nothing" }],
    parts,
  };
}

function judgeWords(evidence: Evidence, text: string, asks: Reason[]): Judgement {
  const words = text.trim();
  const isName = words.length <= nameCharactersMax && !words.includes("\n");
  const imitation = isName ? imitationOfName(words, evidence.brands) : undefined;
  if (imitation) return { kind: "unknown", readAs: words, verdict: "imitates_us", ...imitation };
  const reasons = [...asks, { code: "nothing_found" }, { code: "message_proves_nothing" }];
  return { kind: "message", readAs: "", verdict: "not_ours", reasons };
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

/** What the message asks for that we never ask for, each item once, in the message's own words. */
function asksIn(text: string): Reason[] {
  const asks = new Map<string, string>();
  for (const sentence of text.slice(0, readCharactersMax).split(/[.!?\n]/)) {
    for (const { item, words } of findAsks(sentence.slice(0, sentenceCharactersMax))) {
      if (!asks.has(item)) asks.set(item, words.slice(0, quotedCharactersMax));
    }
  }
  return [...asks].slice(0, asksShownMax).map(([item, words]) => ({
    code: "asks_never_asked",
    values: { item, words },
  }));
}
