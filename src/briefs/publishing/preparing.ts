import { newId, type Queryable, type Transaction, transaction } from "#platform";
import { type Brief, holdBrief } from "../brief/index.ts";
import {
  type Body,
  composeEdition,
  type DraftLine,
  disputedQuestions,
  type Edition,
  type EditionObjection,
  hashOfEdition,
  lastDraft,
  type Material,
  objectionsTo,
  printEdition,
  shownClaims,
} from "../edition/index.ts";
import { editionPrepared } from "../events.ts";
import { type BriefsDesk, type Hand, requireWriter } from "../hand.ts";
import { knownOf } from "../keeping/index.ts";
import { questionsOf } from "../question/index.ts";
import { checkWords, wordsOfObjection } from "../sentence/index.ts";
import { translationsOf } from "../translating/index.ts";
import { BriefBlocked, EditionStale, NothingPublished } from "./refusals.ts";
import { bodyOf, insertPrepared, type Prepared, publishedEdition } from "./store.ts";

export type Wanted = {
  reason: string | undefined;
  advice: readonly string[];
  /** Sentences that nobody saved yet, instead of the last draft. */
  lines?: readonly DraftLine[];
};

/** The edition that the last draft makes now, and what keeps it from being published. */
export async function draftEdition(
  queryable: Queryable,
  brief: Brief,
  { reason, advice, lines }: Wanted,
  now: Date,
): Promise<{ edition: Edition; objections: EditionObjection[] }> {
  const last = await publishedEdition(queryable, brief.id);
  const fromReaders = await disputedQuestions(queryable, brief.id);
  const questions = await questionsOf(queryable, brief.id);
  const material: Material = {
    ...{ brief, known: await knownOf(queryable, brief.id), reason, advice, now },
    questions: questions.filter(({ id }) => !fromReaders.has(id)),
    lines: lines ?? (await lastDraft(queryable, brief.id)),
    translations: lines ? [] : await translationsOf(queryable, brief.id),
    previous: last && { body: bodyOf(last), sha256: last.sha256 },
  };
  const edition = composeEdition(material);
  return { edition, objections: objectionsTo(material, edition) };
}

/**
 * Keeps the bytes of the next edition, for two people to publish. Nothing is public by that.
 * @throws {BriefBlocked} {DecidesNothing}
 */
export async function prepareEdition(
  desk: BriefsDesk,
  hand: Hand,
  brief: Brief,
  wanted: Wanted,
  now: Date,
): Promise<Prepared> {
  requireWriter(hand);
  return await transaction(desk.database, async (joining) => {
    await holdBrief(joining, brief.id);
    const { edition, objections } = await draftEdition(joining, brief, wanted, now);
    if (objections.length > 0) throw new BriefBlocked(objections);
    return await keep(desk, joining, hand, { brief, body: edition }, now);
  });
}

/**
 * Keeps a note that takes a whole brief back, for two people to publish: it says why, and nothing else of the brief is shown
 * from then on.
 * @throws {BriefBlocked} {NothingPublished} {EditionStale} {DecidesNothing}
 */
export async function prepareWithdrawal(
  desk: BriefsDesk,
  hand: Hand,
  brief: Brief,
  reason: string,
  now: Date,
): Promise<Prepared> {
  requireWriter(hand);
  return await transaction(desk.database, async (joining) => {
    await holdBrief(joining, brief.id);
    const last = await publishedEdition(joining, brief.id);
    if (!last) throw new NothingPublished();
    const ending = bodyOf(last);
    if (ending.is === "withdrawal") throw new EditionStale("The brief is withdrawn already.");
    const known = await knownOf(joining, brief.id);
    const objections = checkWords(reason, shownClaims(known), brief.firm);
    if (objections.length > 0) {
      throw new BriefBlocked(
        objections.map((one) => ({
          ...{ section: "reason", text: reason, code: one.code },
          message: wordsOfObjection(one),
        })),
      );
    }
    const body: Body = {
      ...{ holdfast_brief: 1, brief: brief.id, number: last.number + 1, dated: now.toISOString() },
      ...{ firm: brief.firm, previous: { number: last.number, sha256: last.sha256 }, reason },
      is: "withdrawal",
      subjects: [...new Set(ending.claims.map(({ subject }) => subject))],
    };
    return await keep(desk, joining, hand, { brief, body }, now);
  });
}

async function keep(
  desk: BriefsDesk,
  joining: Transaction,
  hand: Hand,
  { brief, body }: { brief: Brief; body: Body },
  now: Date,
): Promise<Prepared> {
  const text = printEdition(body);
  const { number } = body;
  const id = newId("edition", now);
  const sha256 = hashOfEdition(text);
  const by = hand.person.id;
  const prepared = { id, brief: brief.id, number, text, sha256, preparedAt: now, preparedBy: by };
  await insertPrepared(joining, prepared);
  const details = { brief: brief.id, edition: id, number, sha256, person: by };
  await desk.appender.append(hand.actor, { kind: editionPrepared, details }, now, joining);
  return prepared;
}
