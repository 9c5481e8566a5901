import { catalogue, clockTime, type Language, problemSentences } from "#platform";
import type { FieldName } from "#policy";
import en from "../../../messages/en/vault-request.json" with { type: "json" };
import { say as sayOfVault } from "../messages.ts";
import { hasPasskeyIn, needsPasskey, type RequestState } from "./request.ts";

export const say = catalogue("vault-request", en);

export const problemSentence = problemSentences(say, en);

/** Fields in one line, such as `date of birth and postal address`. */
export function fieldsIn(language: Language, fields: readonly FieldName[]): string {
  const names = fields.map((field) => sayOfVault(language, `field.${field}`).toLowerCase());
  return new Intl.ListFormat(language.tag, { type: "conjunction" }).format(names);
}

/**
 * What an approval lets staff do: see its fields, and of those that only a passkey opens ask yes or no without one.
 * @param key a message for what is seen; with `.yes_or_no`, for the rest
 */
export function allowedIn(
  language: Language,
  key: "one.allowed" | "line.approved",
  fields: readonly FieldName[],
  { evidence, until }: Extract<RequestState, { is: "approved" }>,
): string[] {
  const isSeen = (field: FieldName) => hasPasskeyIn(evidence) || !needsPasskey(field);
  const said = [
    { key, fields: fields.filter(isSeen) },
    { key: `${key}.yes_or_no`, fields: fields.filter((field) => !isSeen(field)) },
  ] as const;
  return said
    .filter((one) => one.fields.length > 0)
    .map((one) =>
      say(language, one.key, {
        fields: fieldsIn(language, one.fields),
        time: clockTime(until),
      }),
    );
}

export function momentIn(language: Language, at: Date): string {
  return say(language, "one.moment", { at, time: clockTime(at) });
}
