import { catalogue } from "#platform";
import en from "../../../messages/en/accounts-approvals.json" with { type: "json" };

export const say = catalogue("accounts-approvals", en);
