import { type ApprovalKind, requireFreshPasskey, type StaffSession } from "#accounts";
import { type Id, isId, minuteMs, newId, type Queryable, transaction } from "#platform";
import { type FieldName, fieldClasses } from "#policy";
import { touchTicket } from "#tickets";
import type { VaultDesk } from "../../desk.ts";
import { askerFacts, fieldList, historyFacts, purposeWords } from "../describing.ts";
import { givePass } from "../giving.ts";
import { historyOf } from "../history/index.ts";
import { say } from "../messages.ts";
import { AlreadyAsked, NothingToAgreeTo } from "../refusals.ts";
import { restrictedKind, restrictedScope } from "../scope.ts";
import { wordsIn } from "../words.ts";
import { type Agreeable, agreeable, referenceOf } from "./store.ts";

const reasonLettersMin = 10;

/** A restricted field of a contact, and who wants to see it. */
type Wanted = { ticket: Id<"ticket">; field: FieldName; staff: Id<"staff"> };

/**
 * Asks somebody whom the desk draws to agree that one restricted field is seen, which the client approved with a passkey.
 * @throws {StepUpNeeded} {WrongAsk} {NothingToAgreeTo} {AlreadyAsked} {NobodyEligible}
 */
export async function askSecondPerson(
  { database, accounts }: Pick<VaultDesk, "database" | "accounts">,
  session: StaffSession,
  { ticket, field, reason }: Omit<Wanted, "staff"> & { reason: string },
  now: Date,
): Promise<void> {
  requireFreshPasskey(session, await accounts.desk.profile(), now);
  const asker = session.holder.id;
  const because = wordsIn("reason", reason, reasonLettersMin);
  const found = await find(database, { ticket, field, staff: asker }, now);
  if (!found) throw new NothingToAgreeTo();
  const about = { kind: restrictedKind, subject: found.request, asker };
  await transaction(database, async (joining) => {
    await touchTicket(joining, { client: found.client, ticket }, now); // of many at once, one asks
    const before = await accounts.approvals.lastFor(about, now, joining);
    if (before?.state.is === "asked") throw new AlreadyAsked();
    const scope = { ticket, field, purpose: found.purpose };
    await accounts.approvals.ask({ ...about, scope, reason: because }, now, joining);
  });
}

/** What takes two people here: one restricted field within the client's own approval, for minutes. */
export function restrictedApproval(desk: VaultDesk): ApprovalKind {
  const wantedIn = (scope: unknown, staff: Id<"staff">): Wanted & { purpose: string } => {
    const { ticket, field, purpose } = restrictedScope.parse(scope);
    if (!isId("ticket", ticket)) throw new NothingToAgreeTo();
    return { ticket, field, staff, purpose };
  };

  return {
    name: restrictedKind,
    word: "other",
    role: "approver",
    scope: restrictedScope,
    async describe(language, { scope, askedBy, approver }) {
      const { ticket, field, purpose } = wantedIn(scope, askedBy);
      const rules = await desk.access();
      const { database, clock } = desk;
      const reference = (await referenceOf(database, ticket)) ?? "";
      const { minutes } = rules.break_glass;
      const facts = [
        { label: say(language, "fields"), value: fieldList(language, [field]) },
        { label: say(language, "purpose"), value: purposeWords(rules, language, purpose) },
        { label: say(language, "client"), value: say(language, "restricted.client") },
        { label: say(language, "lasts"), value: say(language, "lasts.value", { minutes }) },
        ...(await askerFacts(desk, language, askedBy)),
        ...historyFacts(language, await historyOf(database, askedBy, approver, clock())),
      ];
      return { title: say(language, "restricted.title", { reference }), facts };
    },
    async act(joining, { id: approval, subject, scope, askedBy, approver }, now) {
      const { purpose, ...wanted } = wantedIn(scope, askedBy);
      const found = await find(joining, wanted, now);
      if (found?.request !== subject || found.purpose !== purpose) throw new NothingToAgreeTo();
      await touchTicket(joining, { client: found.client, ticket: wanted.ticket }, now);
      const { minutes } = (await desk.access()).break_glass;
      const latest = now.getTime() + minutes * minuteMs;
      await givePass(desk, joining, now, {
        ...{ client: found.client, id: newId("grant", now), kind: "restricted", approval },
        ...{ staff: askedBy, approver, ticket: wanted.ticket, purpose, fields: [wanted.field] },
        givenAt: now,
        until: new Date(Math.min(latest, found.until.getTime())),
        ...{ seal: undefined, reviewer: undefined },
      });
    },
  };
}

async function find(
  queryable: Queryable,
  wanted: Wanted,
  now: Date,
): Promise<Agreeable | undefined> {
  if (fieldClasses[wanted.field] !== "restricted") return undefined;
  return await agreeable(queryable, wanted, now);
}
