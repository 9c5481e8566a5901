import { catalogue } from "#platform";
import en from "../../../messages/en/accounts-frame.json" with { type: "json" };

export const say = catalogue("accounts-frame", en);
