import { HoldfastError, newId, transaction } from "#platform";
import { type Brief, holdBrief } from "../brief/index.ts";
import { claimsOf } from "../claim/index.ts";
import { questionAsked, questionChecked } from "../events.ts";
import { type BriefsDesk, type Hand, requireWriter } from "../hand.ts";
import { insertCheck, insertQuestion, type QuestionLine, questionsOf } from "../question/index.ts";
import { knownSource } from "./sources.ts";

class NothingThere extends HoldfastError {
  readonly code = "question_unknown";
  readonly refusal = "not_found";
  constructor(what: string) {
    super(`There is no ${what} in this brief.`);
  }
}

/** Writes down what isn't known. @returns its number @throws {NothingThere} {DecidesNothing} */
export async function askQuestion(
  desk: BriefsDesk,
  hand: Hand,
  brief: Brief,
  line: QuestionLine,
  now: Date,
): Promise<number> {
  requireWriter(hand);
  return await transaction(desk.database, async (joining) => {
    await holdBrief(joining, brief.id);
    const source =
      line.source === undefined ? undefined : await knownSource(joining, brief.id, line.source);
    const place = { brief: brief.id, question: newId("question", now) };
    const { text, slot, subject, who_could_answer: whoCouldAnswer, asked_on: askedOn } = line;
    const asked = { text, slot, subject, whoCouldAnswer, askedOn, source: source?.id };
    const number = await insertQuestion(joining, place, asked, hand.person.id, now);
    const details = { ...place, person: hand.person.id };
    await desk.appender.append(hand.actor, { kind: questionAsked, details }, now, joining);
    return number;
  });
}

/**
 * Somebody looked whether a question is answered.
 * @param given numbers; without a claim it is still open @throws {NothingThere} {DecidesNothing}
 */
export async function checkQuestion(
  desk: BriefsDesk,
  hand: Hand,
  brief: Brief,
  given: { question: number; claim?: number | undefined },
  now: Date,
): Promise<void> {
  requireWriter(hand);
  await transaction(desk.database, async (joining) => {
    await holdBrief(joining, brief.id);
    const numbers = given.claim === undefined ? [] : [given.claim];
    const [claim] = await claimsOf(joining, brief.id, { numbers });
    if (given.claim !== undefined && !claim) throw new NothingThere(`claim ${given.claim}`);
    const questions = await questionsOf(joining, brief.id);
    const question = questions.find(({ number }) => number === given.question);
    if (!question) throw new NothingThere(`question ${given.question}`);
    const place = { brief: brief.id, question: question.id };
    const by = hand.person.id;
    await insertCheck(joining, place, { at: now, by, claim: claim?.id });
    const details = { ...place, person: by, ...(claim && { claim: claim.id }) };
    await desk.appender.append(hand.actor, { kind: questionChecked, details }, now, joining);
  });
}
