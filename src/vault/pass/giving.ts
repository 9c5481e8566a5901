import { type ApprovalKind, staffAddressee, staffHere } from "#accounts";
import { type Id, isId, minuteMs, type Transaction } from "#platform";
import type { VaultDesk } from "../desk.ts";
import { passGiven } from "../events.ts";
import type { PassGiven, Seal } from "../grant/index.ts";
import { sealFrom } from "../pass-look/index.ts";
import { describedBreakGlass } from "./describing.ts";
import type { NewPass } from "./pass.ts";
import { drawReviewer } from "./review/index.ts";
import { type BreakGlassScope, breakGlassKind, breakGlassScope, readableFrom } from "./scope.ts";
import { askedById, insertPass } from "./store.ts";

type Approval = Parameters<NonNullable<ApprovalKind["act"]>>[1];

/** What takes two people here: a look at a client who did nothing to permit it. Approved, the pass is there at once. */
export function breakGlassApproval(desk: VaultDesk): ApprovalKind {
  return {
    name: breakGlassKind,
    word: "break_glass",
    role: "approver",
    scope: breakGlassScope,
    describe: (language, approval) => describedBreakGlass(desk, language, approval),
    async act(joining, approval, now) {
      const { subject, askedBy, approver } = approval;
      const asked = isId("grant", subject) ? await askedById(joining, subject) : undefined;
      // Nobody has that identifier: two people agreed, and now the asker hears it.
      if (!asked?.client) return;
      const { fields, purpose, seal } = breakGlassScope.parse(approval.scope);
      const { minutes } = (await desk.access()).break_glass;
      await givePass(desk, joining, now, {
        ...{ client: asked.client, id: asked.id, kind: "break_glass", staff: askedBy, approver },
        ...{ approval: approval.id, ticket: undefined, purpose, fields, givenAt: now },
        until: new Date(now.getTime() + minutes * minuteMs),
        seal: seal && sealOf(seal, approver, now),
        reviewer: await reviewerFor(desk, joining, approval, now),
      });
    },
  };
}

/** A pass with the keykeeper's word for it, and the event that says so, sealed from the client if the pass is. */
export async function givePass(
  { keykeeper, appender }: VaultDesk,
  joining: Transaction,
  now: Date,
  pass: Omit<NewPass, "evidence">,
): Promise<void> {
  const { client, id, kind, staff, approver, approval, ticket, purpose, seal } = pass;
  const [fields, until] = [[...pass.fields], pass.until.toISOString()];
  const given = { client, grant: id, purpose, fields, until };
  const agreed = { kind, staff, approver, approval, ...(ticket && { ticket }) };
  const act: PassGiven = { act: "pass_given", at: now.toISOString(), ...given, ...agreed };
  const statement = JSON.stringify(act);
  // The keykeeper signs what it is shown and asks no database: nothing waits for it that this transaction holds.
  const evidence = { statement, signature: await keykeeper.attest(statement) };
  await insertPass(joining, { ...pass, evidence });
  const details = { grant: id, fields, kind, staff, approver, approval, until };
  const columns = { client, purpose, ...(ticket && { ticket }) };
  const draft = { kind: passGiven, ...columns, details };
  const { event } = await appender.append({ is: "staff", id: approver }, draft, now, joining);
  if (seal) await sealFrom(appender, joining, { client, entry: event, seal }, now);
}

/** Draws who looks at it afterwards, and tells that person. */
async function reviewerFor(
  { outbox }: Pick<VaultDesk, "outbox">,
  joining: Transaction,
  { askedBy, approver }: Approval,
  now: Date,
): Promise<Id<"staff"> | undefined> {
  const people = await staffHere(joining);
  const asker = people.find(({ id }) => id === askedBy);
  const drawn = asker && drawReviewer(people, { asker, approver }, now);
  const person = people.find(({ id }) => id === drawn);
  if (!person) return undefined;
  const message = { template: "review_asked", values: { when: now } };
  await outbox.send(staffAddressee(person), message, now, joining);
  return person.id;
}

function sealOf(
  { days, reason }: NonNullable<BreakGlassScope["seal"]>,
  approver: Id<"staff">,
  now: Date,
): Seal {
  const until = readableFrom(days, now);
  return { reason, until, approver };
}
