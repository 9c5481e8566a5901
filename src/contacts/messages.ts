import { catalogue } from "#platform";
import en from "../../messages/en/contacts.json" with { type: "json" };

export type MessageKey = keyof typeof en;

export const say = catalogue<typeof en>("contacts", en);
