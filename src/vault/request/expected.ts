import { type AccessDecision, type AccessFacts, type FieldName, fieldClasses } from "#policy";
import type { AccessRules } from "../desk.ts";
import { openingGrants } from "../grant/index.ts";
import type { Viewer } from "../reveal/index.ts";
import { type AccessRequest, hasPasskeyIn } from "./request.ts";
import type { FoundContact } from "./store.ts";

/** A contact as it is now for one viewer, with what the client was asked in it. */
export type ContactNow = FoundContact & { viewer: Viewer; requests: readonly AccessRequest[] };

/**
 * What the rules would say of a look now, if whoever looks says why, confirms who it is, and no limit is used up: it is
 * for pages. A look itself is decided anew when it is made.
 */
export function expected(
  contact: ContactNow,
  action: "reveal" | "test",
  field: FieldName,
  rules: AccessRules,
  now: Date,
): AccessDecision {
  return rules.policy.decide({ ...factsNow(contact, field, rules, now), action });
}

/** The same of a reveal, if the client approves it by passkey, and a second person agrees where one must. */
export function expectedIfApproved(
  contact: ContactNow,
  field: FieldName,
  rules: AccessRules,
  now: Date,
): AccessDecision {
  return rules.policy.decide({
    ...factsNow(contact, field, rules, now),
    ...{ action: "reveal", grant: "request", passkey: true, secondPerson: true },
  });
}

/** Purposes that a ticket of this contact's topic can have. */
export function purposesOf({ contact }: Pick<ContactNow, "contact">, { purposes }: AccessRules) {
  return purposes.filter(({ topics }) => topics.some((topic) => topic === contact.topic));
}

/** The client's approval for a field, which this viewer asked for. */
function approvalOf({ requests, viewer }: ContactNow, field: FieldName) {
  return requests.find(
    ({ state, askedBy, fields }) =>
      state.is === "approved" && askedBy === viewer.staff && fields.includes(field),
  );
}

/** Whether the client's own act lets this viewer see anything in this contact: only then are masks shown. */
export function isGranted(contact: ContactNow, now: Date): boolean {
  const { viewer, requests, freeze } = contact;
  if (freeze !== "none" || contact.contact.assignee !== viewer.staff) return false;
  if (!contact.contact.isOpen) return false;
  const isApproved = ({ state, askedBy }: AccessRequest) =>
    state.is === "approved" && askedBy === viewer.staff;
  return openingGrants(contact.contact, now) || requests.some(isApproved);
}

function factsNow(
  found: ContactNow,
  field: FieldName,
  rules: AccessRules,
  now: Date,
): Omit<AccessFacts, "action"> {
  const { contact, viewer } = found;
  const approval = approvalOf(found, field);
  const isApproved = approval?.state.is === "approved";
  const opening = openingGrants(contact, now) ? "ticket" : "none";
  return {
    employer: viewer.employer,
    offShift: viewer.offShift,
    freeze: found.freeze,
    grant: isApproved ? "request" : opening,
    contact: contact.isOpen ? "open" : "over",
    isAssignee: contact.assignee === viewer.staff,
    purposeCovers:
      isApproved || purposesOf(found, rules).some(({ fields }) => fields.includes(field)),
    fieldClass: fieldClasses[field],
    clientClass: found.clientClass,
    passkey: approval?.state.is === "approved" && hasPasskeyIn(approval.state.evidence),
    stepUp: true,
    secondPerson: found.agreed.includes(field),
    reasonGiven: true,
    budget: "within",
  };
}
