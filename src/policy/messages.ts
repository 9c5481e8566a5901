import { catalogue } from "#platform";
import en from "../../messages/en/policy.json" with { type: "json" };

/** The slice's part of the message catalogue. */
export const say = catalogue("policy", en);
