import { catalogue } from "#platform";
import en from "../../../messages/en/accounts-password.json" with { type: "json" };

export const say = catalogue("accounts-password", en);
