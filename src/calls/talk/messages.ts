import { catalogue } from "#platform";
import en from "../../../messages/en/calls-talk.json" with { type: "json" };

export type MessageKey = keyof typeof en;

export const say = catalogue("calls-talk", en);
