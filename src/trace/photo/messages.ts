import { catalogue } from "#platform";
import en from "../../../messages/en/trace-photo.json" with { type: "json" };

export type MessageKey = keyof typeof en;

export const say = catalogue("trace-photo", en);
