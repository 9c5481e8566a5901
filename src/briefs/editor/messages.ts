import { catalogue } from "#platform";
import en from "../../../messages/en/briefs-editor.json" with { type: "json" };

export type MessageKey = keyof typeof en;

export const say = catalogue("briefs-editor", en);
