import { catalogue } from "#platform";
import en from "../../messages/en/ledger.json" with { type: "json" };

export type MessageKey = keyof typeof en;

export const say = catalogue<typeof en>("ledger", en);
