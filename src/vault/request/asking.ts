import { addresseeById } from "#accounts";
import { type Id, newId, type Queryable, transaction } from "#platform";
import type { FieldName } from "#policy";
import { touchTicket } from "#tickets";
import { accessAsked } from "../events.ts";
import type { Vault } from "../open.ts";
import { AccessDenied, type Viewer } from "../reveal/index.ts";
import type { AtDesk } from "../routes-desk.ts";
import { type ContactNow, expectedIfApproved, purposesOf } from "./expected.ts";
import { AskedAlready, AskedOften, AskedOnCall, NoClientContact } from "./refusals.ts";
import { answerMs, askedPerDayMax, isAnswerOpen } from "./request.ts";
import { askedWithinDay, contactOf, insertRequest, requestsOf } from "./store.ts";

const requestsReadMax = 100;

/** What an agent asks a client for: some fields, for one purpose. */
type Asked = { ticket: Id<"ticket">; purpose: string; fields: readonly FieldName[] };

/** A contact as it is now for a viewer; undefined where no client's account stands behind the ticket. */
export async function contactNow(
  queryable: Queryable,
  ticket: Id<"ticket">,
  viewer: Viewer,
  now: Date,
): Promise<ContactNow | undefined> {
  const found = await contactOf(queryable, ticket, viewer.staff, now);
  if (!found) return undefined;
  const requests = await requestsOf(queryable, found.client, requestsReadMax, now, ticket);
  return { ...found, viewer, requests };
}

/**
 * Asks the client of a ticket to let fields be seen: an event, and a notice that says neither what nor by whom. What the
 * rules would refuse even then isn't asked. The ticket is held, so that of two who ask for the same at once one asks.
 * @throws {NoClientContact} {AccessDenied} {AskedAlready} {AskedOften} {AskedOnCall}
 */
export async function askClient(
  { desk }: Vault,
  { viewer, member }: Pick<AtDesk, "viewer" | "member">,
  { ticket, purpose, fields }: Asked,
  now: Date,
): Promise<Id<"grant">> {
  const rules = await desk.access();
  const found = await contactOf(desk.database, ticket, viewer.staff, now);
  if (!found) throw new NoClientContact();
  const { client } = found;
  return await transaction(desk.database, async (joining) => {
    await touchTicket(joining, { client, ticket }, now);
    if (await desk.isOnCall(joining, client, now)) throw new AskedOnCall();
    const contact = await contactNow(joining, ticket, viewer, now);
    if (!contact) throw new NoClientContact();
    const listed = purposesOf(contact, rules).find(({ id }) => id === purpose);
    const isCovered = fields.length > 0 && fields.every((field) => listed?.fields.includes(field));
    if (!isCovered) throw new AccessDenied(["purpose_does_not_cover"]);
    for (const field of fields) {
      const { allowed, rules: named } = expectedIfApproved(contact, field, rules, now);
      if (!allowed) throw new AccessDenied(named);
    }
    const open = contact.requests.filter((request) => isAnswerOpen(request, now));
    const isOpen = (field: FieldName) => open.some((request) => request.fields.includes(field));
    if (fields.some(isOpen)) throw new AskedAlready();
    const asked = await askedWithinDay(joining, client, now);
    if (asked >= askedPerDayMax) throw new AskedOften(askedPerDayMax);
    const id = newId("grant", now);
    const { team, employer } = member;
    const request = { id, client, ticket, askedBy: viewer.staff, team, employer, askedAt: now };
    const answerUntil = new Date(now.getTime() + answerMs);
    await insertRequest(joining, { ...request, purpose, fields }, answerUntil);
    const details = { grant: id, fields: [...fields] };
    const draft = { kind: accessAsked, details, client, ticket, purpose };
    await desk.appender.append({ is: "staff", id: viewer.staff }, draft, now, joining);
    const addressee = await addresseeById(client, joining);
    const values = { when: now, until: answerUntil };
    const message = { template: "access_asked", values, ticket };
    if (addressee) await desk.outbox.send(addressee, message, now, joining);
    return id;
  });
}
