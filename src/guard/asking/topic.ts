import type { NeverAskId } from "../never-ask.ts";
import { excusesAct, excusesAsk, type Span } from "./excuses.ts";
import type { Kind } from "./language.ts";
import type { ReadSentence } from "./reading.ts";
import type { AskCode, Found } from "./rules.ts";
import type { Hit, Sentence } from "./sentence.ts";

/** What was spoken of last: what "it" means. `isLost`: to take it away protects, as with a device that isn't the client's. */
export type Topic = { kind: Kind; item?: NeverAskId; isLost?: true };

const topicKinds: readonly Kind[] = [
  "item",
  "carrier",
  "thing",
  "protection",
  "prompt",
  "devicePrompt",
  "remote",
];
const itReach = 4;
/** How far before its object another verb may stand. */
const objectReach = 4;

/** What a sentence leaves spoken of, or what was spoken of before. */
export function topicAfter(read: ReadSentence, before: Topic | undefined): Topic | undefined {
  const [reading] = read.readings;
  if (reading === undefined) return before;
  // What another wanted isn't what we speak of.
  if (reading.sentence.has("third")) return { kind: "thing" };
  return topicAt(reading.sentence, read.tokens.length, before);
}

function topicAt(sentence: Sentence, place: number, before: Topic | undefined): Topic | undefined {
  let last: Hit | undefined;
  for (const kind of topicKinds) {
    const hit = sentence.lastBefore(kind, place);
    if (hit !== undefined && hit.from > (last?.from ?? -1)) last = hit;
  }
  if (last === undefined) return before;
  if (last.kind === "item" && isOthersObject(sentence, last)) return { kind: "thing" };
  const isLost = sentence.has("lost", 0, place);
  return { kind: last.kind, ...(last.item && { item: last.item }), ...(isLost && { isLost }) };
}

/** "Change your password": there is something to be done with it other than to hand it over. */
function isOthersObject(sentence: Sentence, { from, to }: Hit): boolean {
  return sentence.has("other", from - objectReach, from) || sentence.has("other", to, to + 2);
}

type Pointing = { verb: Kind; withIt: boolean; needsUs: boolean; about: Kind; code: AskCode };

const pointings: readonly Pointing[] = [
  ...(["give", "giveLast", "want", "wantLast"] as const).map((verb) =>
    pointing(verb, "item", true),
  ),
  ...(["giveIt", "wantIt"] as const).map((verb) => pointing(verb, "item", false)),
  ...(["enter", "enterLast"] as const).map((verb) => ({
    ...pointing(verb, "item", true),
    needsUs: true,
  })),
  { ...pointing("enterIt", "item", false), needsUs: true },
  ...(["weaken", "weakenLast"] as const).map((verb) => pointing(verb, "protection", true)),
  pointing("weakenIt", "protection", false),
  pointing("wantId", "remote", false),
  ...(["approve", "approveLast"] as const).flatMap((verb) => [
    pointing(verb, "prompt", false),
    pointing(verb, "devicePrompt", false),
  ]),
  ...(["open", "openLast"] as const).map((verb) => pointing(verb, "remote", true)),
];

function pointing(verb: Kind, about: Kind, withIt: boolean): Pointing {
  const codes: Partial<Record<Kind, AskCode>> = {
    protection: "asked_to_weaken",
    prompt: "asked_to_approve",
    devicePrompt: "asked_to_approve",
    remote: "asked_to_open_computer",
  };
  return { verb, withIt, needsUs: false, about, code: codes[about] ?? "asked_to_give" };
}

const excusing = new Map([
  ["item", excusesAsk],
  ["remote", excusesAsk],
]);

/** The asks that point at what was spoken of before: "send it to me", "just type it here". */
export function asksPointingBack(
  sentence: Sentence,
  before: Topic | undefined,
  dropsObject: boolean,
): Found[] {
  const found: Found[] = [];
  for (const pointing of pointings) {
    for (const hit of sentence.all(pointing.verb)) {
      if (found.some(({ code }) => code === pointing.code)) break;
      const it = pronounOf(sentence, hit);
      if (!pointsBack(sentence, hit, pointing, it, dropsObject)) continue;
      const item = meant(topicAt(sentence, hit.from, before), pointing.about);
      if (item === undefined || found.some((ask) => ask.item === item)) continue;
      const span: Span = { from: hit.from, to: Math.max(hit.to, it?.to ?? 0), verb: hit.from };
      const isExcused = excusing.get(pointing.about) ?? excusesAct;
      if (!isExcused(sentence, span)) found.push({ ...span, item, code: pointing.code });
    }
  }
  return found;
}

const nouns: readonly Kind[] = ["item", "thing", "protection", "remote", "carrier"];

/** The pronoun next to a verb; the same word before a noun is an article. */
function pronounOf(sentence: Sentence, verb: Hit): Hit | undefined {
  const near = verb.kind.startsWith("want") ? 1 : itReach;
  const start = Math.max(sentence.clauseStart(verb.from), verb.from - near);
  return sentence
    .between("it", start, verb.to + near)
    .filter(({ to }) => !nouns.some((kind) => sentence.first(kind, to, to + 1)))
    .at(-1);
}

/** Has the verb no object of its own, but "it" or, where the language allows, nothing? */
function pointsBack(
  sentence: Sentence,
  verb: Hit,
  { verb: kind, withIt, needsUs }: Pointing,
  it: Hit | undefined,
  dropsObject: boolean,
): boolean {
  const from = sentence.clauseStart(verb.from);
  const to = sentence.clauseEnd(verb.to - 1);
  const isAway = sentence.has("away", from, to);
  const toUs = isAway || sentence.has("us", from, to);
  const isDropped =
    dropsObject && !sentence.has("thing", from, to) && !sentence.has("whether", 0, to);
  if (needsUs && !toUs && !isDropped) return false;
  if (needsUs && sentence.has("own", from, to) && !isAway) return false;
  if (kind === "wantId") return true;
  if (!withIt) return dropsObject ? isDropped : !sentence.has("thing", verb.from, to);
  return it !== undefined || (isDropped && (toUs || /^(?:give|want|open)/.test(kind)));
}

function meant(topic: Topic | undefined, about: Kind): NeverAskId | undefined {
  if (topic === undefined || (about === "protection" && topic.isLost)) return undefined;
  if (about === "item") return topic.kind === "carrier" ? "two_factor_code" : topic.item;
  if (about === "protection") {
    return topic.kind === "protection" || topic.item === "two_factor_code"
      ? "weaken_security"
      : undefined;
  }
  if (topic.kind !== about) return undefined;
  if (about === "prompt") return "two_factor_code";
  return about === "devicePrompt" ? "device_approval_code" : "remote_access";
}
