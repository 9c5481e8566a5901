import { catalogue } from "#platform";
import en from "../../messages/en/watch.json" with { type: "json" };

export type MessageKey = keyof typeof en;

export const say = catalogue("watch", en);
