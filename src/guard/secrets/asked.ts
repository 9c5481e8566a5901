import { type About, findCues, isHarmless, links, says } from "./cues.ts";
import { read } from "./reading.ts";

/** A challenge that waits for this client's answer now: the desk knows. */
export type Pending = "two_factor_code" | "device_approval_code";

export type Asked = {
  /** What the other side's last message asks for, in its order. */
  items: readonly About[];
  /** What it only speaks of, as a warning does. */
  mentioned: ReadonlySet<About>;
  pending: ReadonlySet<Pending>;
};

const afterMax = 20_000;
const namedMax = 200;
const words = /[\p{L}\p{N}']+/gu;
const sentences = /[^.!?\n\u3002\uff01\uff1f]+[.!?\n\u3002\uff01\uff1f]*/gu;

/** Questions whose answer is a time, a reason or a yes: not the password that they speak of. */
const otherQuestion =
  /^(?:when|why|how (?:long|often|many)|did|do(?! you (?:still )?(?:remember|recall|know) (?:which|what) )|does|have|has|is|are|was|were|which (?:browser|device|page)|what (?:does|happens)|wann|warum|wie (?:lange|oft)|quand|pourquoi|cu\u00e1ndo|por qu\u00e9|quando|perch\u00e9|por que|wanneer|waarom|\u043a\u043e\u0433\u0434\u0430|\u043f\u043e\u0447\u0435\u043c\u0443)(?!\p{L})|ne zaman|(?<!\p{L})neden(?!\p{L})|\uc5b8\uc81c|\uc65c|\u3044\u3064(?!\u3082)|\u306a\u305c|\u4ec0\u4e48\u65f6\u5019|\u4e3a\u4ec0\u4e48/iu;
const lead = /^[^\p{L}\p{N}]+/u;
const said: ReadonlySet<About> = new Set(["password", "master_key", "seed_phrase"]);

/** What was just asked. A sentence that denies asks for nothing. */
export function readAsked(after: string, pending: readonly Pending[]): Asked {
  const items: About[] = [];
  const mentioned = new Set<About>();
  let isOfText = false;
  for (const [sentence] of after.slice(-afterMax).matchAll(sentences)) {
    const { folded } = read(sentence);
    const found = findCues(folded).map(({ about }) => about);
    const isDenied = found.includes("never");
    const isOther = otherQuestion.test(sentence.replace(lead, ""));
    isOfText ||= !isDenied && says("texts", folded);
    for (const about of found) {
      if (about === "never") continue;
      if (isDenied || (isOther && said.has(about))) mentioned.add(about);
      else if (!items.includes(about)) items.push(about);
    }
  }
  const waiting = new Set(pending);
  // Who asks whether a text arrived, and nothing else, waits for its code.
  if (isOfText && items.length === 0) waiting.add("two_factor_code");
  return { items: exact(items), mentioned, pending: waiting };
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
