import { catalogue } from "#platform";
import en from "../../../messages/en/tickets-attachments.json" with { type: "json" };

export const say = catalogue("tickets-attachments", en);
