import { catalogue } from "#platform";
import en from "../../../messages/en/briefs-editor.json" with { type: "json" };

export const say = catalogue("briefs-editor", en);
