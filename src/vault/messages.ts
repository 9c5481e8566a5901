import { catalogue, type Language } from "#platform";
import en from "../../messages/en/vault.json" with { type: "json" };

export type MessageKey = keyof typeof en;

/** What every part of the vault says: what fields are called, and why a look was refused. */
export const say = catalogue("vault", en);

/**
 * Why the rules said no, and what to do now: a sentence for each rule. A firm's own rules have their names alone.
 * @param isTest of a question that is answered with yes or no
 */
export function deniedSentences(
  language: Language,
  rules: readonly string[],
  isTest = false,
): string[] {
  return rules.map((rule) => {
    const key = isTest && rule === "over_budget" ? "denied.over_budget_test" : `denied.${rule}`;
    return key in en ? say(language, key as MessageKey) : say(language, "denied.other", { rule });
  });
}
