import { catalogue } from "#platform";
import en from "../../messages/en/help.json" with { type: "json" };

export const say = catalogue("help", en);
