import { catalogue } from "#platform";
import en from "../../../messages/en/calls-load.json" with { type: "json" };

export type MessageKey = keyof typeof en;

export const say = catalogue("calls-load", en);
