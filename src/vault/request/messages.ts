import { catalogue, clockTime, type Language, problemSentences } from "#platform";
import type { FieldName } from "#policy";
import en from "../../../messages/en/vault-request.json" with { type: "json" };
import { say as sayOfVault } from "../messages.ts";

export const say = catalogue("vault-request", en);

export const problemSentence = problemSentences(say, en);

/** Fields in one line, such as `date of birth and postal address`. */
export function fieldsIn(language: Language, fields: readonly FieldName[]): string {
  const names = fields.map((field) => sayOfVault(language, `field.${field}`).toLowerCase());
  return new Intl.ListFormat(language.tag, { type: "conjunction" }).format(names);
}

export function momentIn(language: Language, at: Date): string {
  return say(language, "one.moment", { at, time: clockTime(at) });
}
