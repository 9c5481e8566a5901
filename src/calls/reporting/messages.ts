import { catalogue } from "#platform";
import en from "../../../messages/en/calls-report.json" with { type: "json" };

export const say = catalogue("calls-report", en);
