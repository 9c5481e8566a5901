import { findAsks } from "#guard";
import { type Sentence, sentenceRule } from "./material.ts";
import { isRefusing, plain, readingsOf } from "./speech.ts";

/**
 * A page asks for something that the never-ask list names, or has a username or the account's e-mail address typed
 * into a support form. Support works on the public account id.
 */
export const neverAsked = sentenceRule((sentence) => askIn(sentence) ?? identityInForm(sentence));

function askIn(sentence: Sentence): string | undefined {
  const asks = readingsOf(sentence).flatMap((text) => findAsks(text));
  return asks.find(({ item }) => item !== "weaken_security")?.words;
}

const identity =
  /\b(?:enter|type|give|provide|include|add|write|put|fill in|submit|state)\b.{0,30}\b(?:your|the) (?:(?:account|registered|sign in|login) )?email(?: address)?\b/;
const accountEmail =
  /\b(?:enter|type|give|provide|include|add|write|put|fill in|submit|state)\b.{0,40}\b(?:account email|sign in email|registered email|email(?: address)? (?:of|on|for) your account|email(?: address)? (?:that )?you sign in with)\b/;
const supportForm =
  /\b(?:support|contact|recovery|complaint|request|help) form\b|\b(?:in|into) the (?:form|chat|ticket)\b|\blive chat\b/;
/** An address for the answer identifies nobody. */
const forTheAnswer = /\b(?:reach|answer|reply|write back|get back)\b/;

function identityInForm(sentence: Sentence): string | undefined {
  for (const reading of readingsOf(sentence)) {
    const text = plain(reading);
    if (isRefusing(text) || forTheAnswer.test(text) || !supportForm.test(text)) continue;
    const found = accountEmail.exec(text) ?? identity.exec(text);
    if (found) return found[0];
  }
  return undefined;
}
