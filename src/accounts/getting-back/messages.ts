import { catalogue } from "#platform";
import en from "../../../messages/en/accounts-recovery.json" with { type: "json" };

export const say = catalogue("accounts-recovery", en);
