import { catalogue } from "#platform";
import en from "../../../messages/en/contacts-directory.json" with { type: "json" };

export const say = catalogue("contacts-directory", en);
