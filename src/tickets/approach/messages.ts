import { catalogue } from "#platform";
import en from "../../../messages/en/tickets-approach.json" with { type: "json" };

export const say = catalogue("tickets-approach", en);
