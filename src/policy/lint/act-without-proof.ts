import { sentenceRule } from "./material.ts";
import { isAboutScams, ownWords, plain } from "./speech.ts";

const act =
  /\b(?:lock|freez|clos|delet|suspend|block|unlock|reset|cancel|eras|disabl)(?:e|s|es|ed|ing|d|en)?\b.{0,40}\b(?:account|accounts|withdrawals|settings|passkeys?|two.factor|ticket)\b|\b(?:account|withdrawals|settings)\b.{0,30}\b(?:locked|frozen|closed|deleted|suspended|blocked|unlocked|reset|cancelled|erased)\b/;
const identifiers = "(?:account )?(?:email(?: address)?|username|phone number|name)";
const openToAnyone = new RegExp(
  [
    "\\b(?:anyone|anybody|everyone|everybody|whoever|any person)\\b.{0,40}\\b(?:can|may|could|knows?)\\b",
    "\\b(?:no|without(?: any)?)(?: need for)?(?: a| an)? (?:sign in|signing in|login|logging in|password|proof|questions|passkey|identification|identity check)\\b",
    "\\b(?:do not|don't|doesn't|does not) (?:need|have) (?:to (?:sign in|log in|prove)|proof|a password|a passkey)\\b",
    `\\b(?:only|just|nothing but|nothing more than|all (?:you|we|they) need is)\\b.{0,25}\\b${identifiers}\\b`,
    `\\b${identifiers} is (?:enough|all)\\b`,
    `\\b(?:give|tell|send|enter|type|with|by)\\b.{0,40}\\b(?:the|your) account email(?: address)?\\b`,
  ].join("|"),
);
const proofOrUndo =
  /\b(?:signed in|sign in|signing in|(?:your|a|the|by|with) (?:passkey|security key|master key)|undo|undone|reverse[sd]?|reversible|take (?:it|that|this) back|taken back|unlock it|confirm it|two people|second person)\b/;
const refused = /\b(?:nobody|no one|cannot|can't|never|neither|won't|not)\b/;

/**
 * A page offers to lock, close or reset an account to anyone who names it, without proof of who asks and without a way
 * back. What helps a victim then helps whoever wants to shut a client out.
 */
export const actWithoutProof = sentenceRule((sentence) => {
  const words = ownWords(sentence);
  const [open] = openToAnyone.exec(words) ?? [];
  if (open === undefined || !act.test(words) || isAboutScams(sentence.text)) return undefined;
  const others = words.replace(open, " ");
  const around = plain(sentence.block).replace(open, " ");
  return refused.test(others) || proofOrUndo.test(around) ? undefined : open;
});
