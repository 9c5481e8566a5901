import type { NeverAskId } from "#guard";
import type { Language } from "#platform";
import type { AccessTopic, FieldName } from "./access/index.ts";
import type { ContactRuleId, PolicyBundle } from "./bundle.ts";

/** A promise in the reader's language. `language` is `en` where the policy has no wording in theirs. */
export type Worded<Id extends string> = {
  id: Id;
  short: string;
  sentence: string;
  language: string;
};

/** The eight things we never ask for, in the policy's order. */
export function neverAskItems(policy: PolicyBundle, language: Language): Worded<NeverAskId>[] {
  return policy.never_ask.map((entry) => worded(entry, language));
}

/** How we contact clients and how we don't, in the policy's order. */
export function contactRules(policy: PolicyBundle, language: Language): Worded<ContactRuleId>[] {
  return policy.contact_rules.map((entry) => worded(entry, language));
}

/** A reason to look at a client, in the reader's language. */
export type WordedPurpose = Worded<string> & { topics: AccessTopic[]; fields: FieldName[] };

/** The purposes for which staff may look at a client, in the policy's order. */
export function purposesIn(
  policy: Pick<PolicyBundle, "access">,
  language: Language,
): WordedPurpose[] {
  return policy.access.purposes.map((purpose) => ({
    ...worded(purpose, language),
    topics: purpose.topics,
    fields: purpose.fields,
  }));
}

function worded<Id extends string>(
  entry: { id: Id; wording: Record<string, { short: string; sentence: string }> },
  language: Language,
): Worded<Id> {
  const tag = [language.tag, language.tag.split("-")[0] ?? "", "en"].find((known) =>
    Object.hasOwn(entry.wording, known),
  );
  const wording = entry.wording[tag ?? "en"];
  if (!wording) throw new Error(`the policy's schema let ${entry.id} pass without English`);
  return { id: entry.id, ...wording, language: tag ?? "en" };
}
