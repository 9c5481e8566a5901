import { catalogue } from "#platform";
import en from "../../messages/en/briefs.json" with { type: "json" };

export const say = catalogue("briefs", en);
