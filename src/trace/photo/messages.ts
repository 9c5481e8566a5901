import { catalogue } from "#platform";
import en from "../../../messages/en/trace-photo.json" with { type: "json" };

export const say = catalogue("trace-photo", en);
