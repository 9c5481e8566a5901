import { addresseeOf, type ClientSession, tellLeads } from "#accounts";
import { type Id, newId, transaction } from "#platform";
import type { CallsDesk } from "../desk.ts";
import { claimAnswered, claimMade, claimMissed } from "../events.ts";
import { touch } from "../status/index.ts";
import { accountIdIn, type ClaimAnswer, isUp } from "./inbound.ts";
import { InboundRefused } from "./refusals.ts";
import {
  endInbound,
  holdClaim,
  holdInbound,
  insertClaim,
  saveAnswer,
  saveClaimed,
} from "./store.ts";

type ClaimsDesk = Pick<CallsDesk, "database" | "appender" | "outbox">;

/**
 * An agent enters the account id that a caller claims, once for each call that is up: its owner is asked, "did you dial?". It never
 * says that we call anybody. Nothing tells whether there is such an account.
 * @throws {InboundRefused}
 */
export async function makeClaim(
  { database, appender }: ClaimsDesk,
  by: Id<"staff">,
  inbound: Id<"inbound">,
  typed: string,
  now: Date,
): Promise<void> {
  const account = accountIdIn(typed);
  if (account === undefined) throw new InboundRefused("wrong_account_id");
  await transaction(database, async (joining) => {
    const leg = await holdInbound(joining, inbound);
    if (!leg || !isUp(leg, now)) throw new InboundRefused("inbound_over");
    if (leg.claimed) throw new InboundRefused("claimed_already");
    await saveClaimed(joining, inbound, by, now);
    const actor = { is: "staff", id: by } as const;
    const owner = await addresseeOf(account, joining);
    if (owner?.is !== "client") {
      await appender.append(actor, { kind: claimMissed, details: { inbound } }, now, joining);
      return;
    }
    const claim = { client: owner.id, id: newId("claim", now), inbound, at: now, by };
    await insertClaim(joining, claim);
    await touch(joining, owner.id, now);
    const details = { claim: claim.id, inbound };
    const event = { kind: claimMade, details, client: owner.id };
    await appender.append(actor, event, now, joining);
  });
}

/**
 * A client says, signed in, whether it is the client who phoned us. A *no* raises an alarm: the call is ended, and the leads are
 * told. A *yes* opens nothing.
 * @throws {InboundRefused}
 */
export async function answerClaim(
  desk: ClaimsDesk,
  { id: session, holder }: Pick<ClientSession, "id" | "holder">,
  claim: Id<"claim">,
  answer: ClaimAnswer,
  now: Date,
): Promise<void> {
  await transaction(desk.database, async (joining) => {
    const held = await holdClaim(joining, holder.id, claim);
    if (!held) throw new InboundRefused("claim_unknown");
    // Who said yes, perhaps because somebody told them to, may still say no.
    if (held.answer && (held.answer === "not_me" || answer === "dialled"))
      throw new InboundRefused("claim_answered");
    await saveAnswer(joining, holder.id, claim, { answer, at: now, session });
    await touch(joining, holder.id, now);
    if (answer === "not_me") {
      await endInbound(joining, held.inbound, now);
      // Somebody who isn't the client talks to one of us.
      const message = { template: "caller_not_client", values: { when: now } };
      await tellLeads(desk.outbox, joining, message, now);
    }
    const event = { kind: claimAnswered, details: { claim, answer, session }, client: holder.id };
    await desk.appender.append(holder, event, now, joining);
  });
}
