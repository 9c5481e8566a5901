/** Only this much of a text is looked through. */
const readCharactersMax = 20_000;

/** What a phone shows in place of a number. */
const hiddenCaller =
  /^(?:(?:no|hidden|unknown|private|blocked|withheld|anonymous|restricted|suppressed) (?:caller(?: id)?|number|call)|caller id|unknown|private|anonymous|withheld|restricted|unavailable|scam likely|spam risk|suspected spam|potential spam)$/i;

const caller =
  /\b(?:callers?|phone ?calls?|voice ?mails?|caller ?id|phoned|phoning|(?:is|am|are|was|were|keeps?|kept|been|just|now) (?:calling|ringing|on the (?:phone|line))|on (?:the|my) (?:phone|line) (?:with|and|now|says?|telling)|(?:he|she|they|somebody|someone|who|people|guy|man|woman|lady|it|agent|support|bank) (?:just |has |have |had |keeps? |kept )?(?:called|calls|call|rang|ringing)|(?:called|calls|calling|call|rang|ringing) (?:me|us|my|her|him|back)\b|(?:got|get|had|have|received|receive|answered|missed|from) (?:a |the |this |an? \w{1,20} )?call(?:ed)? ?(?:from|by|about|saying|today|now|just)?|i'm calling|hang up|hung up)\b|\bcalled(?=[.,!?]|$)/i;

/** Does a text tell of a call, or is it what a phone shows for a caller without a number? A net, not a proof. */
export function tellsOfCall(text: string): boolean {
  const read = text.slice(0, readCharactersMax).replace(/\s+/g, " ").trim();
  return hiddenCaller.test(read) || caller.test(read);
}
