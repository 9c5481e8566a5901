import type { NeverAskId } from "../never-ask.ts";
import { excusesAct, excusesAsk, excusesPressure, type Span } from "./excuses.ts";
import type { Kind } from "./language.ts";
import type { Hit, Sentence } from "./sentence.ts";

/** Why a passage counts as an ask. Stable: messages and reports name it. */
export type AskCode =
  | "asked_to_give"
  | "asked_for"
  | "asked_to_type_elsewhere"
  | "asked_to_approve"
  | "asked_to_open_computer"
  | "asked_to_weaken"
  | "asked_for_more";

export type Found = Span & { item: NeverAskId; code: AskCode };

/** How far a verb looks for what it takes, in tokens; it keeps the reading linear. */
const reach = 14;
const wideReach = 34;
const shortReach = 4;
/** How many objects of one verb are read. */
const objectsMax = 6;

type Taking = {
  verb: Kind;
  /** Does the object stand after the verb? */
  after: boolean;
  objects: readonly Kind[];
  code: AskCode;
  item?: NeverAskId;
};

const takings: readonly Taking[] = [
  { verb: "give", after: true, objects: ["item"], code: "asked_to_give" },
  { verb: "giveLast", after: false, objects: ["item"], code: "asked_to_give" },
  { verb: "want", after: true, objects: ["item"], code: "asked_for" },
  { verb: "wantLast", after: false, objects: ["item"], code: "asked_for" },
  { verb: "enter", after: true, objects: ["item"], code: "asked_to_type_elsewhere" },
  { verb: "enterLast", after: false, objects: ["item"], code: "asked_to_type_elsewhere" },
  { verb: "confirm", after: true, objects: ["item"], code: "asked_to_give" },
  { verb: "confirmLast", after: false, objects: ["item"], code: "asked_to_give" },
  { verb: "without", after: true, objects: ["item"], code: "asked_for" },
  { verb: "without", after: false, objects: ["item"], code: "asked_for" },
  ...acts("weaken", ["protection"], "asked_to_weaken", "weaken_security"),
  ...acts("admit", ["foreign"], "asked_to_weaken", "weaken_security"),
  ...acts("approve", ["prompt"], "asked_to_approve", "two_factor_code"),
  ...acts("approve", ["devicePrompt"], "asked_to_approve", "device_approval_code"),
  ...acts("give", ["devicePrompt"], "asked_to_give", "device_approval_code"),
  ...acts("give", ["remote"], "asked_to_open_computer", "remote_access"),
  ...acts("want", ["remote"], "asked_to_open_computer", "remote_access"),
  ...acts("open", ["remote"], "asked_to_open_computer", "remote_access"),
];

function acts(
  verb: "weaken" | "admit" | "approve" | "open" | "give" | "want",
  objects: readonly Kind[],
  code: AskCode,
  item: NeverAskId,
): Taking[] {
  return [
    { verb, after: true, objects, code, item },
    { verb: `${verb}Last`, after: false, objects, code, item },
  ];
}

/** The asks that a sentence makes by itself, the first of each item. */
export function asksOf(sentence: Sentence, isWide: boolean): Found[] {
  const found = new Map<NeverAskId, Found>();
  for (const taking of takings) {
    for (const verb of sentence.all(taking.verb)) {
      if (taking.item !== undefined && found.has(taking.item)) break;
      addTaken(sentence, verb, taking, isWide, found);
    }
  }
  for (const whole of sentence.all("ask")) addWhole(sentence, whole, found);
  return [...found.values()];
}

function addTaken(
  sentence: Sentence,
  verb: Hit,
  taking: Taking,
  isWide: boolean,
  found: Map<NeverAskId, Found>,
): void {
  for (const object of objectsOf(sentence, verb, taking, isWide)) {
    const item = taking.item ?? object.item;
    if (item === undefined || found.has(item)) continue;
    const span = spanOf(verb, object);
    if (isExcused(sentence, span, taking, item)) continue;
    found.set(item, { ...span, item, code: taking.code });
  }
}

function addWhole(sentence: Sentence, whole: Hit, found: Map<NeverAskId, Found>): void {
  const { item } = whole;
  if (item === undefined || found.has(item)) return;
  const span = spanOf(whole, whole);
  const code = codeOfWhole(item);
  if (item === "wallet_secret" && isAboutAnother(sentence, span)) return;
  const isExcused = code === "asked_to_weaken" ? excusesAct : excusesAsk;
  if (!isExcused(sentence, span)) found.set(item, { ...span, item, code });
}

function codeOfWhole(item: NeverAskId): AskCode {
  if (item === "remote_access") return "asked_to_open_computer";
  return item === "weaken_security" ? "asked_to_weaken" : "asked_for";
}

function spanOf(verb: Hit, object: Hit): Span {
  return {
    from: Math.min(verb.from, object.from),
    to: Math.max(verb.to, object.to),
    verb: verb.from,
  };
}

function objectsOf(sentence: Sentence, verb: Hit, taking: Taking, isWide: boolean): Hit[] {
  if (taking.verb === "without" && !sentence.has("unable")) return [];
  const far = isWide ? wideReach : reachOf(verb, taking.verb);
  return taking.objects.flatMap((kind) =>
    taking.after
      ? sentence
          .between(kind, verb.from, verb.to + far)
          .slice(0, objectsMax)
          .filter((object) => follows(sentence, verb, object, isWide))
      : sentence
          .between(kind, verb.from - far, verb.to)
          .slice(-objectsMax)
          .filter((object) => precedes(sentence, verb, object, isWide)),
  );
}

/** A lone "which" asks for what stands next to it. */
function reachOf(verb: Hit, kind: Kind): number {
  if (kind === "without") return shortReach;
  return kind === "want" && verb.to - verb.from === 1 ? shortReach : reach;
}

function follows(sentence: Sentence, verb: Hit, object: Hit, isWide: boolean): boolean {
  if (isCutOff(sentence, verb.to, object.from)) return false;
  return !isWide || !sentence.has("whether", object.to, sentence.clauseEnd(object.from));
}

function precedes(sentence: Sentence, verb: Hit, object: Hit, isWide: boolean): boolean {
  if (!isWide && sentence.has("other", object.from - shortReach, object.from)) return false;
  return !isCutOff(sentence, object.to, verb.from) && !isInCondition(sentence, object, verb);
}

/** "If no code came, tell me": what stands in a condition before isn't what the verb takes. */
function isInCondition(sentence: Sentence, object: Hit, verb: Hit): boolean {
  const start = sentence.clauseStart(object.from);
  return start !== sentence.clauseStart(verb.from) && sentence.has("whether", start, object.to);
}

/** Another instruction, or "whether", stands between a verb and an item: they don't belong together. */
function isCutOff(sentence: Sentence, start: number, end: number): boolean {
  return (
    sentence.has("other", start, end) ||
    sentence.has("whether", start, end) ||
    sentence.has("past", start, end)
  );
}

function isExcused(sentence: Sentence, span: Span, taking: Taking, item: NeverAskId): boolean {
  if (taking.code === "asked_to_type_elsewhere" && !goesElsewhere(sentence, span, item))
    return true;
  if (taking.code === "asked_to_weaken" || taking.code === "asked_to_approve") {
    return excusesAct(sentence, span);
  }
  if (item === "remote_access") return excusesAsk(sentence, span);
  if (item === "wallet_secret" && isAboutAnother(sentence, span)) return true;
  if (taking.verb === "without") return excusesPressure(sentence, span);
  return excusesAsk(sentence, span) || isOnOurPage(sentence, span);
}

/** "Which wallet did the caller name?": a question about what another wanted. */
function isAboutAnother(sentence: Sentence, span: Span): boolean {
  const isQuestion = sentence.tokens.at(-1)?.text === "?";
  return isQuestion && sentence.has("third", span.from, sentence.clauseEnd(span.to - 1));
}

/** Typed to us or at a foreign place, not on our own page. A seed phrase has no place of ours to be typed at. */
function goesElsewhere(sentence: Sentence, span: Span, item: NeverAskId): boolean {
  if (
    item === "wallet_secret" &&
    !sentence.has("own") &&
    !sentence.has("address", span.from, span.to)
  ) {
    return true;
  }
  const from = sentence.clauseStart(span.from);
  const to = sentence.clauseEnd(span.to - 1);
  if (sentence.has("away", from, to)) return true;
  if (sentence.has("own", from, to)) return false;
  return sentence.has("us", from, to) || (sentence.has("away") && !sentence.has("own"));
}

function isOnOurPage(sentence: Sentence, span: Span): boolean {
  const from = sentence.clauseStart(span.from);
  const to = sentence.clauseEnd(span.to - 1);
  return (
    sentence.between("own", from, to).some((own) => own.from < span.from || own.to > span.to) &&
    !sentence.has("us", from, to) &&
    !sentence.has("away", from, to)
  );
}
