import { catalogue } from "#platform";
import en from "../../../messages/en/accounts-master-key.json" with { type: "json" };

export type MessageKey = keyof typeof en;

export const say = catalogue("accounts-master-key", en);
