import { catalogue } from "#platform";
import en from "../../../messages/en/accounts-erasing.json" with { type: "json" };

export const say = catalogue("accounts-erasing", en);
