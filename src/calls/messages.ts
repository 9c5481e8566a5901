import { catalogue } from "#platform";
import en from "../../messages/en/calls.json" with { type: "json" };

export const say = catalogue("calls", en);
