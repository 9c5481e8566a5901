import { catalogue } from "#platform";
import en from "../../../messages/en/tickets-mail.json" with { type: "json" };

export const say = catalogue("tickets-mail", en);
