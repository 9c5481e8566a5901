import { catalogue } from "#platform";
import en from "../../../messages/en/trace-scope.json" with { type: "json" };

export type MessageKey = keyof typeof en;

export const say = catalogue("trace-scope", en);
