import { catalogue } from "#platform";
import en from "../../../messages/en/vault-looks.json" with { type: "json" };

export type MessageKey = keyof typeof en;

/** What the client's page says of who looked. */
export const say = catalogue("vault-looks", en);

export function isMessageKey(key: string): key is MessageKey {
  return key in en;
}
