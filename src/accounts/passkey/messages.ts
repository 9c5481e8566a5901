import { catalogue, type Language } from "#platform";
import en from "../../../messages/en/accounts-passkeys.json" with { type: "json" };

export type MessageKey = keyof typeof en;

export const say = catalogue("accounts-passkeys", en);

/** The sentence about a refusal, by its code; undefined for one that isn't about passkeys. */
export function problemSentence(language: Language, code: string): string | undefined {
  const key = `problem.${code}`;
  return key in en ? say(language, key as MessageKey) : undefined;
}
