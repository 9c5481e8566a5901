import { catalogue } from "#platform";
import en from "../../../messages/en/tickets-webhooks.json" with { type: "json" };

export const say = catalogue("tickets-webhooks", en);
