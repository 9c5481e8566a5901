import { sentenceRule } from "./material.ts";
import { ownWords } from "./speech.ts";

const bypass =
  /\b(?:bypass codes?|bypass links?|recovery codes?|recovery links?|unlock (?:request|notice|code|link)s?|request to unlock|security (?:notice|alert|warning)s?)\b/;
const change =
  /\b(?:new device|new passkey|passkeys?|password|two.factor|authenticator|settings lock|master key|withdrawal address(?:es)?|security settings?|sign in|sign ins|protections?|unlock\w*|withdrawals?)\b/;
const channels =
  /\b(?:email|emails|emailed|mail|mailed|sms|text message|texted|text|phone|letter|post)\b/g;
const send =
  /\b(?:send|sends|sent|email|emails|emailed|mail|mailed|texted|tell|tells|told|notify|notifies|notified|warn|warned|alert|alerts|alerted|notice|notices|goes|go|get|gets|receive|arrives?|comes?|delivered)\b/;
const only = /\b(?:only|solely|exclusively|nowhere else|no other way|just)\b/;
const onlyChannel =
  /\b(?:by|via|per|through|to your|in an?) (?:email|mail|sms|text|text message|post|letter|inbox)(?: address)? (?:only|alone|exclusively)\b|\b(?:only|solely|exclusively|just) (?:by|via|through|per|in|to|an?) ?(?:your |an? )?(?:email|mail|sms|text|text message|letter|post)\b|\bonly (?:email|mail|text) you\b|\bonly notice (?:is|will be) an? (?:email|sms|text|letter)\b/;
const second =
  /\b(?:app|push|every device|all (?:your )?devices|other devices|inbox on|in your account|account page|notices page|second channel|two channels|as well|signed in page)\b/;
const denied =
  /\b(?:never|not|nobody|nothing|don't|doesn't) .{0,30}\b(?:only|just|alone|solely)\b|\b(?:never|not) (?:only|just|solely)\b/;

/**
 * A security notice, or a code that gets around a protection, goes by one channel only. Whoever is in that mailbox sees
 * and answers it instead of the client.
 */
export const oneChannel = sentenceRule((sentence) =>
  singleChannel(ownWords(sentence).replace(/\bnothing else\b/g, "")),
);

function singleChannel(text: string): string | undefined {
  if (!send.test(text) || second.test(text) || denied.test(text)) return undefined;
  const explicit = onlyChannel.exec(text);
  if (explicit && (bypass.test(text) || change.test(text))) return explicit[0];
  const named = new Set(Array.from(text.matchAll(channels), ([word]) => kindOf(word)));
  const isSent = /\b(?:send|sends|sent|email|emailed|mailed|texted|goes|arrives|comes)\b/.test(
    text,
  );
  const warned = /\b(?:never|not|don't|did not|didn't|fake|scam\w*|if you (?:get|receive))\b/.test(
    text,
  );
  return bypass.test(text) &&
    isSent &&
    !warned &&
    (named.size === 1 || only.test(text)) &&
    named.size > 0
    ? [...named].join(", ")
    : undefined;
}

function kindOf(word: string): string {
  if (word.includes("mail")) return "email";
  return word.includes("text") || word === "sms" ? "sms" : word;
}
