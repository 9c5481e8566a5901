import { catalogue, type Language } from "#platform";
import type { FieldName } from "#policy";
import en from "../../../messages/en/vault-request.json" with { type: "json" };
import { clockTime, say as sayOfVault } from "../messages.ts";

type MessageKey = keyof typeof en;

export const say = catalogue("vault-request", en);

/** What is said of a refusal where the catalogue has other words than the error. */
export function problemSentence(
  language: Language,
  { code, message }: { code: string; message: string },
): string {
  const key = `problem.${code}`;
  return key in en ? say(language, key as MessageKey) : message;
}

/** Fields in one line, such as `date of birth and postal address`. */
export function fieldsIn(language: Language, fields: readonly FieldName[]): string {
  const names = fields.map((field) => sayOfVault(language, `field.${field}`).toLowerCase());
  return new Intl.ListFormat(language.tag, { type: "conjunction" }).format(names);
}

export function momentIn(language: Language, at: Date): string {
  return say(language, "one.moment", { at, time: clockTime(at) });
}
