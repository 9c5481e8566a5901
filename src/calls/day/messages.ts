import { catalogue } from "#platform";
import en from "../../../messages/en/calls-day.json" with { type: "json" };

export type MessageKey = keyof typeof en;

export const say = catalogue("calls-day", en);
