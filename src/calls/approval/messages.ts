import { catalogue, type Language } from "#platform";
import en from "../../../messages/en/calls-approval.json" with { type: "json" };

type MessageKey = keyof typeof en;

export const say = catalogue("calls-approval", en);

/** What is said of a refusal where the catalogue has other words than the error. */
export function problemSentence(
  language: Language,
  { code, message }: { code: string; message: string },
): string {
  const key = `problem.${code}`;
  return key in en ? say(language, key as MessageKey) : message;
}
