import type { AccessFacts } from "#policy";
import { fieldClasses } from "#policy";
import type { AccessRules } from "../desk.ts";
import { type Grant, openingGrants } from "../grant/index.ts";
import type { Look } from "./asked.ts";
import type { Found } from "./store.ts";

/** How many days' worth of yes-or-no questions a client is asked about within 28: more would be guessing. */
const predicateDaysMax = 4;

/** A look as the rules judge it, and the grant that it would be shown under. */
export type Judged = { facts: AccessFacts; grant: Grant | undefined };

/** Everything that the rules know of a look: nothing of it comes from the browser but what is asked for. */
export function factsOf(look: Look, found: Found, rules: AccessRules, now: Date): Judged {
  const grant = grantFor(found, now);
  const { contact } = found;
  const facts: AccessFacts = {
    action: look.action,
    employer: look.by.employer,
    offShift: look.by.offShift,
    freeze: found.freeze,
    grant: grant?.is ?? "none",
    contact: contact ? (contact.isOpen ? "open" : "over") : "none",
    isAssignee: contact?.assignee === look.by.staff,
    purposeCovers: covers(look, found, rules),
    fieldClass: fieldClasses[look.field],
    clientClass: found.clientClass,
    passkey: grant?.is === "request" && grant.hasPasskey,
    stepUp: look.by.stepUp,
    secondPerson: grant?.is === "break_glass" || found.second !== undefined,
    reasonGiven: look.reason !== undefined,
    budget: budgetOf(look, grant, found, rules),
  };
  return { facts, grant };
}

/** The strongest that there is: what the client approved one by one goes before what an opening says. */
export function grantFor({ contact, request, pass }: Found, now: Date): Grant | undefined {
  if (request) return { is: "request", ...request };
  if (contact?.opening && openingGrants(contact, now)) {
    return { is: "ticket", evidence: contact.opening };
  }
  return pass && { is: "break_glass", ...pass };
}

function covers(
  { purpose, field }: Look,
  { contact, request }: Found,
  rules: AccessRules,
): boolean {
  if (request) return request.purpose === purpose;
  const listed = rules.purposes.find(({ id }) => id === purpose);
  return (
    listed?.topics.some((topic) => topic === contact?.topic) === true &&
    listed.fields.some((one) => one === field)
  );
}

/** The first budget that this look would be over; it is counted already. */
function budgetOf(
  { action }: Look,
  grant: Grant | undefined,
  { counted }: Found,
  { budgets }: AccessRules,
): AccessFacts["budget"] {
  if (action === "test") {
    const today = counted.clientPredicates;
    const month = today + counted.clientPredicatesBefore;
    const { predicates_per_client_day: most } = budgets;
    return today > most || month > most * predicateDaysMax ? "predicates" : "within";
  }
  if (counted.hour > budgets.reveals_per_hour) return "hour";
  if (counted.day > budgets.reveals_per_day) return "day";
  if (counted.month > budgets.reveals_per_28_days) return "month";
  if (counted.contact > budgets.reveals_per_contact) return "contact";
  const isRatioOver =
    counted.month > budgets.ratio_from_reveals &&
    counted.month > counted.resolved * budgets.reveals_per_resolved_contact;
  if (isRatioOver) return "ratio";
  const isUncontacted = grant?.is === "break_glass" && counted.isUncontacted;
  return isUncontacted && counted.uncontacted > budgets.uncontacted_lifetime
    ? "uncontacted"
    : "within";
}
