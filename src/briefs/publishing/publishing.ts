import { z } from "@hono/zod-openapi";
import { type Accounts, type ApprovalKind, type Described, hasRole, staffById } from "#accounts";
import { type Id, isId, type Queryable, type Transaction, transaction } from "#platform";
import { holdBrief } from "../brief/index.ts";
import { DecidesNothing, lostGrounds, statusOf } from "../claim/index.ts";
import { type Body, hashOfEdition, isShown } from "../edition/index.ts";
import { published } from "../events.ts";
import type { BriefsDesk } from "../hand.ts";
import { knownOf } from "../keeping/index.ts";
import { EditionStale, EditionUnknown, StillAsked } from "./refusals.ts";
import {
  bodyOf,
  insertAsk,
  insertEdition,
  lastAsk,
  type Prepared,
  preparedById,
  publishedEdition,
} from "./store.ts";

/** What publishing takes beside the work on briefs: two people's approvals. */
type PublishingDesk = BriefsDesk & { accounts: Pick<Accounts, "approvals"> };

const publicationKind = "briefs.publication";
const mayAsk = ["comms", "counsel"] as const;

type Approval = Parameters<NonNullable<ApprovalKind["act"]>>[1];

/**
 * The first of two people asks for prepared bytes to be published, and the desk draws the second, with the role comms. Whoever
 * prepared them isn't drawn.
 * @throws {EditionUnknown} {EditionStale} {StillAsked} {DecidesNothing} and what asking for an approval throws
 */
export async function askPublication(
  desk: PublishingDesk,
  by: Id<"staff">,
  { id, reason }: { id: Id<"edition">; reason: string },
  now: Date,
): Promise<Id<"approval">> {
  return await transaction(desk.database, async (joining) => {
    const person = await staffById(joining, by);
    if (!(person && mayAsk.some((role) => hasRole(person, role)))) throw new DecidesNothing(mayAsk);
    const prepared = await preparedById(joining, id);
    if (!prepared) throw new EditionUnknown();
    await holdBrief(joining, prepared.brief);
    await requireFresh(joining, prepared);
    if (await isAskedIn(joining, desk, id, now)) throw new StillAsked();
    const scope = { number: prepared.number, sha256: prepared.sha256 };
    const barred = new Set([prepared.preparedBy]);
    const asking = { kind: publicationKind, subject: id, reason, scope, asker: by, barred };
    const approval = await desk.accounts.approvals.ask(asking, now, joining);
    await insertAsk(joining, id, { approval: approval.id, by, at: now });
    return approval.id;
  });
}

/** Whether somebody was drawn to decide on an edition, and still may. */
export async function isAsked(
  desk: PublishingDesk,
  id: Id<"edition">,
  now: Date,
): Promise<boolean> {
  return await isAskedIn(desk.database, desk, id, now);
}

async function isAskedIn(
  queryable: Queryable,
  { accounts }: PublishingDesk,
  id: Id<"edition">,
  now: Date,
): Promise<boolean> {
  const last = await lastAsk(queryable, id);
  return (last && (await accounts.approvals.find(last, now))?.state.is) === "asked";
}

/** Two people publish an edition, or withdraw a brief: the second one agrees to bytes, by their hash, and they are public at once. */
export function publicationApproval(desk: BriefsDesk): ApprovalKind {
  return {
    name: publicationKind,
    word: "other",
    role: "comms",
    scope: z.strictObject({ number: z.int().positive(), sha256: z.string().length(64) }),
    describe: (_language, { subject }) => described(desk.database, subject),
    act: (joining, approval, now) => publish(desk, joining, approval, now),
  };
}

async function publish(
  desk: BriefsDesk,
  joining: Transaction,
  { id: approval, subject, approver, scope }: Approval,
  now: Date,
): Promise<void> {
  const prepared = isId("edition", subject) ? await preparedById(joining, subject) : undefined;
  if (!prepared) throw new EditionUnknown();
  await holdBrief(joining, prepared.brief);
  const { id: edition, brief, number, sha256, text } = prepared;
  const agreed = scope as { number: number; sha256: string };
  if (agreed.sha256 !== sha256 || hashOfEdition(text) !== sha256 || agreed.number !== number) {
    throw new EditionStale("Somebody changed what was agreed to.");
  }
  const body = await requireFresh(joining, prepared);
  const draft = { kind: published, details: { brief, edition, number, sha256, is: body.is } };
  const receipt = await desk.appender.append({ is: "staff", id: approver }, draft, now, joining);
  await insertEdition(joining, prepared, { event: receipt.event, approval, at: now });
}

/** That the next edition still follows on the last, and tells of each claim what is thought of it now. @throws {EditionStale} */
async function requireFresh(joining: Transaction, prepared: Prepared): Promise<Body> {
  const body = bodyOf(prepared);
  const last = await publishedEdition(joining, prepared.brief);
  if ((last?.sha256 ?? null) !== (body.previous?.sha256 ?? null)) {
    throw new EditionStale("Another edition was published since.");
  }
  if (body.is === "withdrawal") return body;
  const known = await knownOf(joining, prepared.brief);
  for (const shown of body.claims) {
    const claim = known.claims.find(({ number }) => number === shown.number);
    const isSame = claim && isShown(claim) && statusOf(claim) === shown.status;
    if (!isSame) throw new EditionStale(`Claim ${shown.number} isn't what it was.`);
    if (lostGrounds(claim, known.groundsOf(claim))) {
      throw new EditionStale(`Claim ${shown.number} has lost its grounds.`);
    }
  }
  return body;
}

async function described(queryable: Queryable, subject: string): Promise<Described> {
  const prepared = isId("edition", subject) ? await preparedById(queryable, subject) : undefined;
  if (!prepared) return { title: "Publish an edition of a brief", facts: [] };
  const body = bodyOf(prepared);
  const headline = body.is === "edition" ? body.sections.headline[0]?.text : undefined;
  const translations = body.is === "edition" ? body.translations : [];
  const all = translations.length > 0 ? "all of it, with its translations" : "all of it";
  return {
    title: body.is === "edition" ? "Publish an edition of a brief" : "Withdraw a brief",
    facts: [
      ...(headline ? [{ label: "Headline", value: headline }] : []),
      ...translations.map(({ language, sections }) => ({
        label: `Headline (${language})`,
        value: sections.headline[0] ?? "",
      })),
      { label: "Edition", value: String(body.number) },
      ...(body.reason === null ? [] : [{ label: "Why, for readers", value: body.reason }]),
      { label: "SHA-256", value: prepared.sha256 },
    ],
    more: { path: `/staff/briefs/editions/${prepared.id}`, label: `Read ${all}` },
  };
}
