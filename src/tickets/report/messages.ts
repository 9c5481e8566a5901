import { catalogue, type Language } from "#platform";
import en from "../../../messages/en/tickets-reports.json" with { type: "json" };

export type MessageKey = keyof typeof en;

export const say = catalogue("tickets-reports", en);

/** A signal or a reason in words. The guard may know more than there are words for. */
export function worded(language: Language, kind: "signal" | "reason", code: string): string {
  const key = `${kind}.${code}`;
  return say(language, Object.hasOwn(en, key) ? (key as "signal.other") : `${kind}.other`);
}
