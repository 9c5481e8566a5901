import { type ApprovalKind, staffById } from "#accounts";
import { type Id, isId, type Queryable, type Transaction, transaction } from "#platform";
import type { TraceDesk } from "../../desk.ts";
import { signerOf, signingStatement } from "./act.ts";
import { scopeSigned, scopeWithdrawn, type Withdrawal } from "./events.ts";
import { maySign } from "./may-sign.ts";
import {
  CertificateIs,
  CertificateUnknown,
  MayNotSign,
  NotTheFirst,
  StillAsked,
  TraceIsShredded,
} from "./refusals.ts";
import { type KeptCertificate, signaturesOf } from "./state.ts";
import {
  certificateById,
  frozenStaff,
  holdCertificate,
  insertSignature,
  isShredded,
  markAsked,
  markWithdrawn,
  shutOutOf,
} from "./store.ts";

/** What takes two people here. */
export const signingKind = "trace.scope_certificate";

type Approval = Parameters<NonNullable<ApprovalKind["act"]>>[1];

/**
 * The first analyst signs, and the desk draws the second, of another team and employer, never one whom the result names.
 * @param reason what the second one reads
 * @throws {CertificateUnknown} {CertificateIs} {MayNotSign} and what asking for an approval throws: nobody has signed then
 */
export async function signFirst(
  desk: TraceDesk,
  by: Id<"staff">,
  { id, reason }: { id: Id<"scope">; reason: string },
  now: Date,
): Promise<KeptCertificate> {
  return await transaction(desk.database, async (joining) => {
    const kept = await held(joining, id, "drafted");
    await requireMaySign(joining, by, kept, []);
    await sign(desk, joining, kept, { by, place: 1 }, now);
    await askSecond(desk, joining, kept, { by, reason }, now);
    return await read(joining, id);
  });
}

/**
 * Who signed first asks again, when nobody decided in time, or somebody wouldn't.
 * @throws {CertificateUnknown} {CertificateIs} {NotTheFirst} {StillAsked} and what asking for an approval throws
 */
export async function askAgain(
  desk: TraceDesk,
  by: Id<"staff">,
  { id, reason }: { id: Id<"scope">; reason: string },
  now: Date,
): Promise<KeptCertificate> {
  return await transaction(desk.database, async (joining) => {
    const kept = await held(joining, id, "signed_once");
    const [first] = signaturesOf(kept.state);
    if (first?.staff !== by) throw new NotTheFirst();
    if (await isAsked(desk, kept, now)) throw new StillAsked();
    await askSecond(desk, joining, kept, { by, reason }, now);
    return await read(joining, id);
  });
}

/** Whether somebody was drawn to sign as the second, and may still decide. */
export async function isAsked(
  { accounts }: Pick<TraceDesk, "accounts">,
  { approval, state }: Pick<KeptCertificate, "approval" | "state">,
  now: Date,
): Promise<boolean> {
  if (!approval || state.is !== "signed_once") return false;
  return (await accounts.approvals.find(approval, now))?.state.is === "asked";
}

/**
 * The second analyst, whom the desk drew, agreed and signs: done within the transaction of the approval.
 * @throws {CertificateUnknown} {CertificateIs} {MayNotSign}
 */
export async function signSecond(
  desk: TraceDesk,
  joining: Transaction,
  { id: approval, subject, approver }: Pick<Approval, "id" | "subject" | "approver">,
  now: Date,
): Promise<void> {
  if (!isId("scope", subject)) throw new CertificateUnknown();
  const kept = await held(joining, subject, "signed_once");
  if (kept.approval !== approval) throw new CertificateIs(kept.state);
  const signed = signaturesOf(kept.state).map(({ staff }) => staff);
  await requireMaySign(joining, approver, kept, signed);
  await sign(desk, joining, kept, { by: approver, place: 2 }, now);
}

/**
 * Takes a certificate back that isn't final: a final one can only be corrected by a later one.
 * @throws {CertificateUnknown} {CertificateIs} {MayNotSign}
 */
export async function withdrawCertificate(
  desk: TraceDesk,
  by: Id<"staff">,
  { id, because }: { id: Id<"scope">; because: Withdrawal },
  now: Date,
): Promise<KeptCertificate> {
  return await transaction(desk.database, async (joining) => {
    const kept = await held(joining, id, "drafted", "signed_once");
    await requireMaySign(joining, by, kept, []);
    await markWithdrawn(joining, id, { at: now, by, because });
    const details = { scope: id, certificate: kept.hash.toString("base64"), because };
    const event = { kind: scopeWithdrawn, details };
    await desk.appender.append({ is: "staff", id: by }, event, now, joining);
    return await read(joining, id);
  });
}

/** @throws {MayNotSign} also for whom a certificate is about that this one corrects */
export async function requireMaySign(
  queryable: Queryable,
  staff: Id<"staff">,
  about: Pick<KeptCertificate, "trace" | "corrects">,
  signed: readonly Id<"staff">[],
): Promise<void> {
  const person = await staffById(queryable, staff);
  const [shutOut, frozen] = [await shutOutOf(queryable, about), await frozenStaff(queryable)];
  const may = person ? maySign(person, { shutOut, frozen, signed }) : "no_analyst";
  if (may !== "yes") throw new MayNotSign(may);
}

async function sign(
  { appender, keykeeper }: TraceDesk,
  joining: Transaction,
  { id, trace, hash, seed }: KeptCertificate,
  { by, place }: { by: Id<"staff">; place: 1 | 2 },
  now: Date,
): Promise<void> {
  if (await isShredded(joining, trace)) throw new TraceIsShredded();
  const signer = signerOf(seed, by);
  const about = { scope: id, certificate: hash.toString("base64"), signer };
  const statement = signingStatement({ at: now.toISOString(), ...about });
  // The keykeeper signs what it is shown and asks no database: nothing waits for it that this transaction holds.
  const signature = await keykeeper.attest(statement);
  const details = { ...about, attested: Buffer.from(signature).toString("base64") };
  const actor = { is: "staff", id: by } as const;
  const { event } = await appender.append(actor, { kind: scopeSigned, details }, now, joining);
  const signed = { place, statement, signature };
  await insertSignature(joining, id, { staff: by, at: now, event }, signed);
}

async function askSecond(
  { accounts }: TraceDesk,
  joining: Transaction,
  kept: KeptCertificate,
  { by, reason }: { by: Id<"staff">; reason: string },
  now: Date,
): Promise<void> {
  const { id, hash } = kept;
  const barred = new Set([...(await shutOutOf(joining, kept)), ...(await frozenStaff(joining))]);
  const scope = { certificate: hash.toString("base64") };
  const asking = { kind: signingKind, subject: id, reason, scope, asker: by, barred };
  const approval = await accounts.approvals.ask(asking, now, joining);
  await markAsked(joining, id, approval.id);
}

async function held(
  joining: Transaction,
  id: Id<"scope">,
  ...states: KeptCertificate["state"]["is"][]
): Promise<KeptCertificate> {
  const kept = await holdCertificate(joining, id);
  if (!kept) throw new CertificateUnknown();
  if (!states.includes(kept.state.is)) throw new CertificateIs(kept.state);
  return kept;
}

async function read(queryable: Queryable, id: Id<"scope">): Promise<KeptCertificate> {
  const kept = await certificateById(queryable, id);
  if (!kept) throw new CertificateUnknown();
  return kept;
}
