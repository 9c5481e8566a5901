import { catalogue } from "#platform";
import en from "../../../messages/en/calls-console.json" with { type: "json" };

export type MessageKey = keyof typeof en;

export const say = catalogue("calls-console", en);
