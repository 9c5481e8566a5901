import { catalogue } from "#platform";
import en from "../../../messages/en/vault-pass.json" with { type: "json" };

export const say = catalogue("vault-pass", en);
