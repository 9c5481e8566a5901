import { catalogue } from "#platform";
import en from "../../../messages/en/vault-pass.json" with { type: "json" };

export type MessageKey = keyof typeof en;

export const say = catalogue("vault-pass", en);

/** Whether the catalogue has these words. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(en, key);
}
