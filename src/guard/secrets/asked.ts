import { judgeAgentMessage, type Turn } from "../asking/index.ts";
import { type About, findCues, isHarmless, links, says } from "./cues.ts";
import { blank, read } from "./reading.ts";

/** A challenge that waits for this client's answer now: the desk knows. */
export type Pending = "two_factor_code" | "device_approval_code";

export type Asked = {
  /** What the other side asked for last, in its order. */
  items: readonly About[];
  /** What it names and doesn't ask for: of a short answer only what looks made may be it. */
  named: ReadonlySet<About>;
  /** What it warns of. */
  mentioned: ReadonlySet<About>;
  pending: ReadonlySet<Pending>;
};

const afterMax = 20_000;
const formerMax = 3;
const namedMax = 200;
const words = /[\p{L}\p{N}']+/gu;
const sentences = /[^.!?\n\u3002\uff01\uff1f]+[.!?\n\u3002\uff01\uff1f]*/gu;

/** What has no form of its own: any short answer may be it. */
const formless: ReadonlySet<About> = new Set(["password", "master_key", "seed_phrase"]);

/**
 * What our side said last, one message a line: those since the client spoke before it. Where they ask for nothing, the three before
 * come first, down to the client's message that a secret was taken out of: what was answered is asked no more.
 * @param turns oldest first, the client's as they are kept
 */
export function lastAsked(turns: readonly Turn[]): string {
  const last = turns.findLastIndex(isAgents);
  const start = turns.findLastIndex((turn, place) => place < last && !isAgents(turn)) + 1;
  const now = textsOf(turns.slice(start, last + 1));
  if (asksForAny(now.join("\n"))) return now.join("\n");
  const answered = turns.findLastIndex(
    (turn, place) => place < start && !isAgents(turn) && read(turn.text).plain.includes(blank),
  );
  return [...textsOf(turns.slice(answered + 1, start)).slice(-formerMax), ...now].join("\n");
}

/** Does it name a secret, or ask for a number that is none? */
function asksForAny(text: string): boolean {
  const { items, named, pending } = readAsked(text, []);
  const isQuestion = /[?\uff1f]/.test(text);
  return named.size + pending.size > 0 || items.some((item) => isQuestion || !isHarmless(item));
}

function isAgents({ from }: Turn): boolean {
  return from === "agent";
}

function textsOf(turns: readonly Turn[]): string[] {
  return turns.filter(isAgents).map(({ text }) => text);
}

/**
 * What was just asked. A sentence that denies asks for nothing. For what any short answer may be, a message asks when our own guard would stop it.
 */
export function readAsked(after: string, pending: readonly Pending[]): Asked {
  const items = new Set<About>();
  const named = new Set<About>();
  const mentioned = new Set<About>();
  let isOfText = false;
  const said = after.slice(-afterMax);
  const isStopped = judgeAgentMessage(said).decision !== "allow";
  for (const [sentence] of said.matchAll(sentences)) {
    const { folded } = read(sentence);
    const cues = findCues(folded);
    const isDenied = cues.some(({ about }) => about === "never");
    isOfText ||= !isDenied && says("texts", folded);
    for (const { about } of cues) {
      if (about === "never") continue;
      if (isDenied) mentioned.add(about);
      else if (formless.has(about) && !isStopped) named.add(about);
      else items.add(about);
    }
  }
  const waiting = new Set(pending);
  // Who asks whether a text arrived, and nothing else, waits for its code.
  if (isOfText && items.size + named.size === 0) waiting.add("two_factor_code");
  return { items: exact([...items]), named, mentioned, pending: waiting };
}

/** What the message before was about to say: `my password is`, and the password comes now. */
export function withNamed(asked: Asked, before: string): Asked {
  const { folded } = read(before.slice(-namedMax));
  const last = findCues(folded).at(-1);
  if (!last || last.about === "never" || isHarmless(last.about)) return asked;
  const rest = folded.slice(last.end);
  const isOpen = !/[?!]/.test(rest) && (rest.match(words) ?? []).every((word) => links.has(word));
  const leadsOn = /[:=]\s*$/.test(rest) || links.has((rest.match(words) ?? []).at(-1) ?? "");
  return isOpen && leadsOn && !asked.items.includes(last.about)
    ? { ...asked, items: [...asked.items, last.about] }
    : asked;
}

/** `code` beside `approve your device` is that device's; a master password is no password. */
function exact(items: readonly About[]): About[] {
  const hides: readonly [About, About][] = [
    ["device_approval_code", "two_factor_code"],
    ["card_number", "card"],
  ];
  return items.filter(
    (about) => !hides.some(([by, hidden]) => hidden === about && items.includes(by)),
  );
}
