import type { Id } from "#platform";
import { type FieldClass, type FieldName, fieldClasses } from "#policy";
import type { AccessRules, VaultDesk } from "../desk.ts";
import { openingGrants } from "../grant/index.ts";
import { masksOf } from "../record/index.ts";
import {
  type AccessRequest,
  type ContactNow,
  contactNow,
  expected,
  expectedIfApproved,
  isAnswerOpen,
  isGranted,
  purposesOf,
} from "../request/index.ts";
import type { Viewer } from "../reveal/index.ts";

/** Why the client's opening of the ticket lets nothing be seen, though the client can be asked. */
export type Ungranted = "no_act" | "moved" | "old";

/** What a card says of one field. */
export type CardField = {
  field: FieldName;
  fieldClass: FieldClass;
  /** Only where the client's act lets anything be seen. */
  mask: string | undefined;
  /** What can be done about it now. Whether it is really shown is decided when it is asked for. */
  may: "show" | "ask" | "wait" | "nothing";
  /** Whether the client's word on it can be held against it. */
  mayTest: boolean;
  /** What may be asked of an amount. */
  thresholds: readonly number[];
  /** The last time that the client was asked for it. */
  request: AccessRequest | undefined;
  /** The rules that don't let it be shown now. */
  rules: readonly string[];
};

/** The client's card beside a ticket. */
export type Card =
  | { is: "none"; why: "guest" | "over" | "not_yours" | "empty" }
  | {
      is: "fields";
      ungranted: Ungranted | undefined;
      fields: readonly CardField[];
      /** Stored, but nothing that this ticket's topic needs. */
      unneeded: readonly FieldName[];
      /** By their ids. */
      purposes: readonly string[];
      /** Rules that stand in the way of every field. */
      rules: readonly string[];
    };

/** What the card shows to a viewer now. It decrypts nothing and counts nothing. */
export async function cardFor(
  { database, access }: Pick<VaultDesk, "database" | "access">,
  viewer: Viewer,
  ticket: Id<"ticket">,
  now: Date,
): Promise<Card> {
  const contact = await contactNow(database, ticket, viewer, now);
  if (!contact) return { is: "none", why: "guest" };
  if (contact.contact.assignee !== viewer.staff) return { is: "none", why: "not_yours" };
  if (!contact.contact.isOpen) return { is: "none", why: "over" };
  const rules = await access();
  const stored = await masksOf(database, contact.client, viewer.staff);
  if (stored.length === 0) return { is: "none", why: "empty" };
  const purposes = purposesOf(contact, rules);
  const needed = new Set(purposes.flatMap(({ fields }) => fields));
  const areMasksShown = isGranted(contact, now);
  const fields = stored
    .filter(({ field }) => needed.has(field))
    .map(({ field, mask }) => ({
      ...fieldNow(contact, field, rules, now),
      mask: areMasksShown ? mask : undefined,
    }));
  const [first, ...others] = fields;
  const shared = first?.rules.filter((rule) => others.every((one) => one.rules.includes(rule)));
  return {
    is: "fields",
    ungranted: openingGrants(contact.contact, now) ? undefined : whyUngranted(contact),
    fields,
    unneeded: stored.flatMap(({ field }) => (needed.has(field) ? [] : field)),
    purposes: purposes.map(({ id }) => id),
    rules: fields.every(({ may }) => may === "nothing") ? (shared ?? []) : [],
  };
}

function fieldNow(
  contact: ContactNow,
  field: FieldName,
  rules: AccessRules,
  now: Date,
): Omit<CardField, "mask"> {
  const reveal = expected(contact, "reveal", field, rules, now);
  const request = contact.requests.find(({ fields }) => fields.includes(field));
  const thresholds = rules.thresholds.find((one) => one.field === field)?.at_least ?? [];
  return {
    ...{ field, fieldClass: fieldClasses[field], thresholds, request },
    may: reveal.allowed ? "show" : mayAsk(contact, field, request, rules, now),
    mayTest: expected(contact, "test", field, rules, now).allowed,
    rules: reveal.allowed ? [] : reveal.rules,
  };
}

function mayAsk(
  contact: ContactNow,
  field: FieldName,
  request: AccessRequest | undefined,
  rules: AccessRules,
  now: Date,
): CardField["may"] {
  if (!expectedIfApproved(contact, field, rules, now).allowed) return "nothing";
  return request && isAnswerOpen(request, now) ? "wait" : "ask";
}

function whyUngranted({ contact }: ContactNow): Ungranted {
  if (!contact.opening) return "no_act";
  return contact.isBound ? "old" : "moved";
}
