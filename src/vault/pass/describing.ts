import { type Described, staffById } from "#accounts";
import { type Id, isId, type Language } from "#platform";
import { fieldNames } from "#policy";
import type { AccessRules, VaultDesk } from "../desk.ts";
import { say as sayVault } from "../messages.ts";
import { type History, historyOf } from "./history/index.ts";
import { say } from "./messages.ts";
import { breakGlassScope, readableFrom } from "./scope.ts";

/** What a description is made of. */
type ToDescribe = {
  subject: string;
  scope: unknown;
  askedBy: Id<"staff">;
  approver: Id<"staff">;
};

/** What the approver sees: what is asked for, who asks from where, and what that person did with it before. */
export async function describedBreakGlass(
  desk: VaultDesk,
  language: Language,
  { subject, scope, askedBy, approver }: ToDescribe,
): Promise<Described> {
  const { fields, purpose, seal } = breakGlassScope.parse(scope);
  const rules = await desk.access();
  const facts = [
    { label: say(language, "fields"), value: fieldList(language, fields) },
    { label: say(language, "purpose"), value: purposeWords(rules, language, purpose) },
    {
      label: say(language, "lasts"),
      value: say(language, "lasts.value", { minutes: rules.break_glass.minutes }),
    },
    {
      label: say(language, "told"),
      value: seal
        ? say(language, "told.later", {
            until: new Date(readableFrom(seal.days, desk.clock())),
            because: say(language, `because.${seal.reason}`),
          })
        : say(language, "told.at_once"),
    },
    ...(await askerFacts(desk, language, askedBy)),
    ...historyFacts(language, await historyOf(desk.database, askedBy, approver, desk.clock())),
  ];
  const more = isId("grant", subject) && {
    path: `/staff/break-glass/${subject}/history`,
    label: say(language, "history.more"),
  };
  return { title: say(language, "approval.title"), facts, ...(more && { more }) };
}

/** From which team and employer somebody asks. */
export async function askerFacts(
  { database }: Pick<VaultDesk, "database">,
  language: Language,
  asker: Id<"staff">,
): Promise<Described["facts"]> {
  const person = await staffById(database, asker);
  if (!person || person.leftAt) return [];
  const { team, employer } = person;
  return [
    { label: say(language, "asker.from"), value: say(language, "asker.team", { team, employer }) },
  ];
}

export function historyFacts(language: Language, history: History): Described["facts"] {
  const { asked, month, ever, withApprover, wrong, unreviewed, uncontacted } = history;
  return [
    {
      label: say(language, "history.before"),
      value: say(language, "history.given", { asked, month, ever }),
    },
    {
      label: say(language, "history.pair"),
      value: say(language, "history.pair.value", { count: withApprover }),
    },
    {
      label: say(language, "history.found"),
      value: say(language, "history.found.value", { wrong, unreviewed }),
    },
    {
      label: say(language, "history.uncontacted"),
      value: say(language, "history.uncontacted.value", { count: uncontacted }),
    },
  ];
}

export function fieldList(language: Language, fields: readonly string[]): string {
  return fieldNames
    .filter((name) => fields.includes(name))
    .map((name) => sayVault(language, `field.${name}`))
    .join(", ");
}

/** What a purpose is called; its code when the policy doesn't know it any more. */
export function purposeWords(
  { purposes }: Pick<AccessRules, "purposes">,
  { tag }: Language,
  purpose: string,
): string {
  const wording = purposes.find(({ id }) => id === purpose)?.wording;
  const words = wording && (wording[tag] ?? wording.en);
  return words?.short ?? purpose;
}
