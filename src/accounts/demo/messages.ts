import { catalogue } from "#platform";
import en from "../../../messages/en/accounts-demo.json" with { type: "json" };

export const say = catalogue("accounts-demo", en);
