import { catalogue } from "#platform";
import en from "../../../messages/en/accounts-check-up.json" with { type: "json" };

export type MessageKey = keyof typeof en;

export const say = catalogue("accounts-check-up", en);

export function isMessageKey(text: string): text is MessageKey {
  return Object.hasOwn(en, text);
}
