import { randomBytes } from "node:crypto";
import {
  type ClientSession,
  hasPasskey,
  noteSigned,
  requireUnlocked,
  type signedAnswer,
  stopLooks,
} from "#accounts";
import { type Id, type Transaction, transaction } from "#platform";
import { touchTicket } from "#tickets";
import type { VaultDesk } from "../desk.ts";
import { accessApproved, accessDeclined, accessWithdrawn } from "../events.ts";
import {
  type AccessApproved,
  accessApprovedSchema,
  approvalChallenge,
  isApprovedByPasskey,
} from "../grant/index.ts";
import type { Vault } from "../open.ts";
import {
  AnsweredOnCall,
  ApprovalDiffers,
  PasskeyNeeded,
  RequestOver,
  RequestUnknown,
} from "./refusals.ts";
import { type AccessRequest, approvedMs, needsPasskey } from "./request.ts";
import {
  askedOf,
  holdRequest,
  keepDraft,
  saveApproved,
  saveDeclined,
  saveWithdrawn,
} from "./store.ts";

const nonceBytes = 16;

/** What a client's passkey signed, as accounts verified it. */
export type Signed = Awaited<ReturnType<typeof signedAnswer>>;

/**
 * Writes down what the client would approve now, and what the client's authenticator is to sign for it.
 * @returns the challenge, 32 bytes
 * @throws {RequestUnknown} {RequestOver} {AccountLocked} {AnsweredOnCall}
 */
export async function draftApproval(
  { desk }: Vault,
  session: ClientSession,
  id: Id<"grant">,
  now: Date,
): Promise<Uint8Array> {
  return await transaction(desk.database, async (joining) => {
    await requireUnlocked(joining, session.holder.id, now);
    await requireNoCall(desk, joining, session, now);
    const { request } = await holdOpen(joining, session, id, now);
    const draft = approvalOf(request, session, now);
    await keepDraft(joining, request, JSON.stringify(draft));
    return Buffer.from(approvalChallenge(draft), "base64url");
  });
}

/**
 * The client approves: the keykeeper attests exactly what was agreed to, which the database has no key for.
 * @param signed by the client's passkey; who has none lets sensitive fields be answered with yes or no alone
 * @throws {RequestUnknown} {RequestOver} {ApprovalDiffers} {PasskeyNeeded} {AccountLocked} {AnsweredOnCall}
 */
export async function approve(
  { desk }: Vault,
  session: ClientSession,
  id: Id<"grant">,
  signed: Signed | undefined,
  now: Date,
): Promise<void> {
  const { database, keykeeper, appender } = desk;
  const held = await transaction(database, (joining) => holdOpen(joining, session, id, now));
  const approved = signed
    ? { ...draftedIn(held.draft, session), passkey: signed.parts }
    : await approvedUnsigned(desk, held.request, session, now);
  if (signed && !(await isApprovedByPasskey(approved))) throw new ApprovalDiffers();
  const statement = JSON.stringify(approved);
  const evidence = { statement, signature: await keykeeper.attest(statement) };
  await transaction(database, async (joining) => {
    await requireUnlocked(joining, session.holder.id, now);
    await requireNoCall(desk, joining, session, now);
    await touchAsked(joining, session, id, now);
    const { request } = await holdOpen(joining, session, id, now);
    const { client, ticket, purpose, fields } = request;
    if (signed) await noteSigned(joining, signed, now);
    await saveApproved(joining, request, evidence, new Date(approved.until), now);
    const details = { grant: id, fields: [...fields], passkey: signed !== undefined };
    const event = { kind: accessApproved, details, client, ticket, purpose };
    await appender.append(session.holder, event, now, joining);
  });
}

/** @throws {RequestUnknown} {RequestOver} */
export async function decline(
  { desk }: Vault,
  session: ClientSession,
  id: Id<"grant">,
  now: Date,
): Promise<void> {
  await transaction(desk.database, async (joining) => {
    await touchAsked(joining, session, id, now);
    const { request } = await holdOpen(joining, session, id, now);
    const { client, ticket, purpose } = request;
    await saveDeclined(joining, request, now);
    const event = { kind: accessDeclined, details: { grant: id }, client, ticket, purpose };
    await desk.appender.append(session.holder, event, now, joining);
  });
}

/** The client takes an approval back: it ends at once. @throws {RequestUnknown} {RequestOver} */
export async function withdraw(
  { desk }: Vault,
  session: ClientSession,
  id: Id<"grant">,
  now: Date,
): Promise<void> {
  await transaction(desk.database, async (joining) => {
    const asked = await askedOf(joining, session.holder.id, id);
    if (!asked) throw new RequestUnknown();
    await stopLooks(joining, [asked.by]);
    await touchAsked(joining, session, id, now);
    const held = await holdRequest(joining, session.holder.id, id, now);
    if (!held) throw new RequestUnknown();
    const { request } = held;
    if (request.state.is !== "approved") throw new RequestOver();
    const { client, ticket, purpose } = request;
    await saveWithdrawn(joining, request, now);
    const event = { kind: accessWithdrawn, details: { grant: id }, client, ticket, purpose };
    await desk.appender.append(session.holder, event, now, joining);
  });
}

/** Nothing is allowed while we talk: no agent leads a client through it. Saying no, and taking back, always work. */
async function requireNoCall(
  { isOnCall }: Pick<VaultDesk, "isOnCall">,
  joining: Transaction,
  { holder }: ClientSession,
  now: Date,
): Promise<void> {
  if (await isOnCall(joining, holder.id, now)) throw new AnsweredOnCall();
}

/** Holds the ticket, whose open pages are told, before what was asked in it: whoever solves it does so, too. */
async function touchAsked(
  joining: Transaction,
  { holder }: ClientSession,
  id: Id<"grant">,
  now: Date,
): Promise<void> {
  const asked = await askedOf(joining, holder.id, id);
  if (!asked) throw new RequestUnknown();
  await touchTicket(joining, { client: holder.id, ticket: asked.ticket }, now);
}

async function holdOpen(
  joining: Transaction,
  { holder }: ClientSession,
  id: Id<"grant">,
  now: Date,
) {
  const held = await holdRequest(joining, holder.id, id, now);
  if (!held) throw new RequestUnknown();
  if (held.request.state.is !== "asked") throw new RequestOver();
  return held;
}

/** What the client approves by answering yes now. */
function approvalOf(
  { client, id, purpose, fields, ticket }: AccessRequest,
  session: ClientSession,
  now: Date,
): AccessApproved {
  return accessApprovedSchema.parse({
    act: "access_approved",
    at: now.toISOString(),
    client,
    grant: id,
    purpose,
    fields,
    until: new Date(now.getTime() + approvedMs).toISOString(),
    ticket,
    session: session.id,
    nonce: randomBytes(nonceBytes).toString("base64url"),
  });
}

/** Whoever has a passkey approves sensitive fields with it. @throws {PasskeyNeeded} */
async function approvedUnsigned(
  { database }: Pick<VaultDesk, "database">,
  request: AccessRequest,
  session: ClientSession,
  now: Date,
): Promise<AccessApproved> {
  const isSensitive = request.fields.some(needsPasskey);
  if (isSensitive && (await hasPasskey(database, request.client))) throw new PasskeyNeeded();
  return approvalOf(request, session, now);
}

/** What was written down for the authenticator in this very session. @throws {PasskeyNeeded} nothing was */
function draftedIn(draft: string | undefined, session: ClientSession): AccessApproved {
  if (draft === undefined) throw new PasskeyNeeded();
  const approved = accessApprovedSchema.parse(JSON.parse(draft));
  if (approved.session !== session.id) throw new ApprovalDiffers();
  return approved;
}
