import { type AccessFacts, type FieldName, fieldClasses } from "#policy";
import type { AccessRules } from "../../desk.ts";
import type { Viewer } from "../../reveal/index.ts";
import type { AskCount } from "./store.ts";

/** Who asks again and again may hope that the draw falls on a friend. */
const asksPerDayMax = 5;

const classes = ["open", "personal", "sensitive", "restricted"] as const;

/**
 * What the rules know of an ask for break-glass. Nothing of the client is among it, not even whether there is one: a
 * freeze for that client, and the client's class, are judged at each look.
 */
export function factsOfAsk(
  by: Viewer,
  fields: readonly FieldName[],
  count: AskCount,
  { budgets }: Pick<AccessRules, "budgets">,
): AccessFacts {
  const worst = Math.max(...fields.map((field) => classes.indexOf(fieldClasses[field])));
  return {
    action: "break_glass",
    employer: by.employer,
    offShift: by.offShift,
    freeze: count.isFrozen ? "all" : "none",
    grant: "none",
    contact: "none",
    isAssignee: false,
    purposeCovers: false,
    fieldClass: classes[worst] ?? "restricted",
    clientClass: "ordinary",
    passkey: false,
    stepUp: by.stepUp,
    secondPerson: false,
    reasonGiven: true,
    budget: budgetOf(count, budgets),
  };
}

/** The first budget by which nothing could be looked at any more, or asked for. */
function budgetOf(count: AskCount, budgets: AccessRules["budgets"]): AccessFacts["budget"] {
  if (count.hour >= budgets.reveals_per_hour) return "hour";
  if (count.day >= budgets.reveals_per_day || count.asked >= asksPerDayMax) return "day";
  return count.month >= budgets.reveals_per_28_days ? "month" : "within";
}
