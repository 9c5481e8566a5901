import { catalogue } from "#platform";
import en from "../../messages/en/home.json" with { type: "json" };

export const say = catalogue("home", en);
