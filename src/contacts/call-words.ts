import elsewhere from "./call-words.json" with { type: "json" };

/** Only this much of a text is looked through. */
const readCharactersMax = 20_000;

/** What a phone shows in place of a number. */
const hiddenCaller =
  /^(?:(?:no|hidden|unknown|private|blocked|withheld|anonymous|restricted|suppressed) (?:caller(?: id)?|number|call)|caller id|unknown|private|anonymous|withheld|restricted|unavailable|scam likely|spam risk|suspected spam|potential spam)$/i;

const caller =
  /\b(?:callers?|phone ?calls?|voice ?mails?|caller ?id|phoned|phoning|(?:is|am|are|was|were|keeps?|kept|been|just|now) (?:calling|ringing|on the (?:phone|line))|on (?:the|my) (?:phone|line) (?:with|and|now|says?|telling)|(?:he|she|they|somebody|someone|who|people|guy|man|woman|lady|it|agent|support|bank) (?:just |has |have |had |keeps? |kept )?(?:called|calls|call|rang|ringing)|(?:called|calls|calling|call|rang|ringing) (?:me|us|my|her|him|back)\b|(?:got|get|had|have|received|receive|answered|missed|from) (?:a |the |this |an? \w{1,20} )?call(?:ed)? ?(?:from|by|about|saying|today|now|just)?|i'm calling|hang up|hung up)\b|\bcalled(?=[.,!?]|$)/i;

/** The same in eleven other languages, as `call-words.json` lists it: phrases, `*` for any end of a word. */
const languages = Object.values(elsewhere);
const hiddenElsewhere = new RegExp(
  `^(?:${anyOf(languages.flatMap(({ hidden }) => hidden))})$`,
  "iu",
);
const callerElsewhere = new RegExp(anyOf(languages.flatMap(({ calls }) => calls)), "iu");

/**
 * Does a text tell of a call, or is it what a phone shows for a caller without a number? Reads twelve languages. A net, not a
 * proof.
 */
export function tellsOfCall(text: string): boolean {
  const read = text
    .slice(0, readCharactersMax)
    .normalize("NFC")
    .replace(/\s+/g, " ")
    .replaceAll("’", "'")
    .trim();
  const isShown = hiddenCaller.test(read) || hiddenElsewhere.test(read);
  return isShown || caller.test(read) || callerElsewhere.test(read);
}

/** Chinese, Japanese and Korean words don't stand apart, so theirs are found anywhere. */
function anyOf(lines: readonly string[]): string {
  const phrases = lines.flatMap((line) => line.split(", "));
  const [joined = [], apart = []] = [true, false].map((isJoined) =>
    phrases.filter((phrase) => /[\p{Lo}]/u.test(phrase) === isJoined),
  );
  const words = apart.map((phrase) => phrase.replace("*", "\\p{L}*")).join("|");
  return `(?<!\\p{L})(?:${words})(?!\\p{L})|${joined.join("|")}`;
}
