import { catalogue } from "#platform";
import en from "../../../messages/en/calls-after.json" with { type: "json" };

export const say = catalogue("calls-after", en);
