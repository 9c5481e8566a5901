import { catalogue, problemSentences } from "#platform";
import en from "../../../messages/en/calls-inbound.json" with { type: "json" };

export const say = catalogue("calls-inbound", en);

export const problemSentence = problemSentences(say, en);
