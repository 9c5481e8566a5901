import { catalogue } from "#platform";
import en from "../../../messages/en/accounts-lock.json" with { type: "json" };

export type MessageKey = keyof typeof en;

export const say = catalogue("accounts-lock", en);
