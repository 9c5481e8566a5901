import { catalogue } from "#platform";
import en from "../../../messages/en/accounts-addresses.json" with { type: "json" };

export type MessageKey = keyof typeof en;

export const say = catalogue("accounts-addresses", en);
