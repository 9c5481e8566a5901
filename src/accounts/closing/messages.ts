import { catalogue } from "#platform";
import en from "../../../messages/en/accounts-email.json" with { type: "json" };

export const say = catalogue("accounts-email", en);
