import type { Place } from "./place.ts";

/**
 * Words that say nothing of a case by themselves. None of them counts, says when, names a kind of data, or says what
 * somebody did: those stand in a passage behind a sentence's claims, or in no sentence.
 */
const plain = new Set(
  `
    a an the this that these those it its itself they them their theirs themselves he him his she her hers we us our ours you your
    yours i me my mine who whom whose which what where when why how one such same there here
    of in on at by for with from to into onto about as through via against towards toward upon
    and or but if whether while though although because so
    is are was were be been being am do does did done doing will would can could may might must shall should
    potentially possibly allegedly alleged reportedly unverified supposed supposedly
    isn't aren't wasn't weren't don't doesn't didn't won't wouldn't can't couldn't hasn't haven't hadn't
    no not never none neither nor nobody nothing without cannot
    say says said saying state states stated write writes wrote written according claim claims claimed
    firm company exchange bank broker platform client clients customer customers user users account accounts
    person people somebody something anybody anyone anything someone thing things
    incident incidents case matter part way question answer word words data information group
    concern concerns concerned known mean means remain remains become becomes still also unclear
  `
    .trim()
    .split(/\s+/),
);

/** Words that say nothing where they stand so, and something elsewhere: who "has been told" has nothing, who "has data" does. */
const plainSo: readonly (readonly [word: RegExp, before: RegExp, behind: RegExp])[] = [
  [
    /^(?:has|have|had|having)$/i,
    /^/,
    /^\s+(?:(?:not|never|also|still|so far)\s+)*(?:to|been|\p{L}{2,}(?:ed|en)|told|said|known|begun|found|made|paid|kept|held|lost|left|met|become)\b/iu,
  ],
  [/^own$/i, /\b(?:its|their|his|her|our|your|my|firm['’]s)\s+$/i, /^\s+\p{L}/u],
];

/** What may be told of a question in other words than its name has. */
const slotWords: Readonly<Record<string, string>> = {
  first_incident: "begin start happen occur",
  second_incident: "begin start happen occur",
  occurred: "occur begin start happen incident",
  detected: "detect notice discover learn find",
  detected_by: "detect notice discover learn find",
  disclosed: "disclose announce tell public",
  deadline: "deadline demand extort extortion",
  demand_made: "demand extort extortion",
  demand_amount: "demand extort extortion want ask ransom",
  demand_sequence: "demand extort extortion",
  payment_stance: "pay payment negotiate demand extort extortion ransom",
  affected_count: "affect",
  affected_share: "affect",
  insider_count: "insider employee staff",
  insider_role: "insider employee staff",
  vector: "employee staff",
  systems_breached: "breach system",
  funds_at_risk: "fund risk",
  notified: "notify tell inform",
};

/** Units' other names: to whom something is counted as, it may be called so. */
const unitWords: Readonly<Record<string, string>> = {
  staff: "staff staffer employee worker agent insider contractor",
  client: "client customer user account",
  person: "person people individual",
  record: "record row entry",
  incident: "incident case",
  usd: "dollar",
};

const irregular: ReadonlyMap<string, string> = new Map(
  (
    "has:have had:have having:have told:tell began:begin begun:begin found:find held:hold paid:pay took:take taken:take gave:give given:give sent:send kept:keep knew:know lost:lose came:come went:go gone:go made:make " +
    "met:meet learnt:learn left:leave thought:think saw:see seen:see ran:run"
  )
    .split(" ")
    .map((pair) => pair.split(":") as [string, string]),
);

/** Whether a word says nothing of a case by itself. */
export function isPlain(word: string): boolean {
  return plain.has(word.toLowerCase().replaceAll("’", "'").replace(/'s?$/, ""));
}

/** Whether a word of a sentence says nothing of a case by itself, or where it stands. */
export function isPlainIn(sentence: string, { start, end }: Place): boolean {
  const found = sentence.slice(start, end);
  if (isPlain(found)) return true;
  const [before, behind] = [sentence.slice(0, start), sentence.slice(end)];
  return plainSo.some(
    ([word, isBefore, isBehind]) =>
      word.test(found) && isBefore.test(before) && isBehind.test(behind),
  );
}

/** The words of a question's name, and what else may be said for it. */
export function wordsOfSlot(slot: string): string {
  return `${slot.replaceAll("_", " ")} ${slotWords[slot] ?? ""}`;
}

/** The words for what a number counts. */
export function wordsOfUnit(unit: string): string {
  return `${unit.replaceAll("_", " ")} ${unitWords[unit] ?? ""}`;
}

/** One form for a word's inflections; two words with one stem may differ in nothing that matters here. */
export function stemOf(word: string): string {
  const bare = word.toLowerCase().replaceAll("’", "'").replace(/'s?$/, "");
  const known = irregular.get(bare) ?? bare;
  const cut = known
    .replace(/(?<=\p{L}{2})ie[sd]$/u, "y")
    .replace(/(?<=\p{L}{3})(?:ing|ed|(?<=s|x|z|ch|sh)es|(?<!s)s)$/u, "");
  return cut.replace(/([b-df-hj-km-np-rtv-z])\1$/u, "$1").replace(/(?<=\p{L}{2})e$/u, "");
}
