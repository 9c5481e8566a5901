import { catalogue } from "#platform";
import en from "../../../messages/en/calls-booking.json" with { type: "json" };

export const say = catalogue("calls-booking", en);
