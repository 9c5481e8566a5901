import { catalogue, problemSentences } from "#platform";
import en from "../../../messages/en/calls-approval.json" with { type: "json" };

export const say = catalogue("calls-approval", en);

export const problemSentence = problemSentences(say, en);
