import { catalogue } from "#platform";
import en from "../../../messages/en/vault-search.json" with { type: "json" };

export const say = catalogue("vault-search", en);
