import { catalogue } from "#platform";
import en from "../../../messages/en/accounts-panic.json" with { type: "json" };

export const say = catalogue("accounts-panic", en);
