import { catalogue } from "#platform";
import en from "../../messages/en/outbox.json" with { type: "json" };

export type MessageKey = keyof typeof en;

export const say = catalogue("outbox", en);
