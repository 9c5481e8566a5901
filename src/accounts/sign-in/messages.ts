import { catalogue } from "#platform";
import en from "../../../messages/en/accounts-sign-in.json" with { type: "json" };

export const say = catalogue("accounts-sign-in", en);
