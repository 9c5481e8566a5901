import { catalogue } from "#platform";
import en from "../../../messages/en/calls-status.json" with { type: "json" };

export const say = catalogue("calls-status", en);
export type MessageKey = keyof typeof en;
