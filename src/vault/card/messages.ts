import { catalogue, type HoldfastError, type Language } from "#platform";
import en from "../../../messages/en/vault-card.json" with { type: "json" };
import { deniedSentences } from "../messages.ts";
import { AccessDenied } from "../reveal/index.ts";

export type MessageKey = keyof typeof en;

export const say = catalogue("vault-card", en);

/** Why nothing is shown, and what to do: for the rules one sentence each. */
export function refusedSentences(language: Language, error: HoldfastError): string[] {
  if (error instanceof AccessDenied) return deniedSentences(language, error.rules, error.isTest);
  const key = `problem.${error.code}`;
  return [key in en ? say(language, key as MessageKey) : error.message];
}
