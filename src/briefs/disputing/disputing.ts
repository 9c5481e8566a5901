import { z } from "@hono/zod-openapi";
import { removeSecrets } from "#guard";
import {
  dayOf,
  HoldfastError,
  type Id,
  InvalidInput,
  newId,
  type Queryable,
  system,
  transaction,
} from "#platform";
import { holdBrief } from "../brief/index.ts";
import { claimsOf } from "../claim/index.ts";
import { claimDisputed } from "../events.ts";
import type { BriefsDesk } from "../hand.ts";
import { bodyOf, publishedEdition } from "../publishing/index.ts";
import { insertQuestion, isAnswered, type Question, questionsOf } from "../question/index.ts";
import { plainLine } from "../source/index.ts";
import { disputedQuestion, insertDispute } from "./store.ts";

/** So many readers' words are kept to one question: more would tell nobody more. */
const perQuestionMax = 50;
const writtenSchema = z.strictObject({
  claim: z.coerce.number().int().positive(),
  words: plainLine(3, 2_000),
});
/** An e-mail address, or digits as long as a telephone number has them. */
const personal = /[^\s@]+@[^\s@]+\.[a-z]{2,}|(?<![\d,.])\+?\d(?:[ ()-]?\d){8,}/gi;

class EnoughDisputes extends HoldfastError {
  readonly code = "enough_disputes";
  readonly refusal = "conflict";
  constructor() {
    super("Many readers dispute this already. Somebody looks into it.");
  }
}

class ClaimNotShown extends HoldfastError {
  readonly code = "claim_not_shown";
  readonly refusal = "invalid";
  constructor(number: number) {
    super(
      `There is no claim ${number} in this brief. Take one of the numbers that stand in brackets behind its sentences.`,
    );
  }
}

/**
 * A reader disputes a claim of what is published: that is a question from then on, which is never published, nor are the words.
 * Secrets, addresses and telephone numbers are taken out of them before they are kept, and nothing is kept of the reader.
 * @throws {ClaimNotShown} {EnoughDisputes} {InvalidInput}
 */
export async function disputeClaim(
  desk: BriefsDesk,
  brief: Id<"brief">,
  given: { claim: unknown; words: unknown },
  now: Date,
): Promise<void> {
  const read = writtenSchema.safeParse(given);
  if (!read.success) {
    throw new InvalidInput(
      "wrong_dispute",
      "Give the number of a claim, and what is wrong, in 3 to 2,000 letters.",
    );
  }
  const { claim: number, words } = read.data;
  await transaction(desk.database, async (joining) => {
    await holdBrief(joining, brief);
    const last = await publishedEdition(joining, brief);
    const body = last && bodyOf(last);
    const isShown = body?.is === "edition" && body.claims.some((one) => one.number === number);
    const [claim] = await claimsOf(joining, brief, { numbers: [number] });
    if (!(isShown && claim)) throw new ClaimNotShown(number);
    const before = await disputedQuestion(joining, brief, claim.id);
    const asked = (await questionsOf(joining, brief)).find(({ id }) => id === before?.question);
    const isOpen = asked !== undefined && !(await isAnsweredNow(joining, brief, asked));
    if (isOpen && before && before.count >= perQuestionMax) throw new EnoughDisputes();
    const question = isOpen ? asked.id : newId("question", now);
    if (!isOpen) {
      await insertQuestion(
        joining,
        { brief, question },
        {
          text: `Is claim ${number} right? A reader disputes it.`,
          ...{ slot: claim.slot, subject: claim.subject, askedOn: dayOf(now) },
          ...{ whoCouldAnswer: undefined, source: undefined },
        },
        undefined,
        now,
      );
    }
    const kept = removeSecrets(words).redacted.replace(personal, "[…]");
    await insertDispute(joining, brief, {
      question,
      claim: claim.id,
      words: kept,
      disputedAt: now,
    });
    const details = { brief, claim: claim.id, question };
    await desk.appender.append(system, { kind: claimDisputed, details }, now, joining);
  });
}

async function isAnsweredNow(
  queryable: Queryable,
  brief: Id<"brief">,
  question: Question,
): Promise<boolean> {
  const ids = question.checks.flatMap(({ claim }) => claim ?? []);
  return isAnswered(question, await claimsOf(queryable, brief, { ids }));
}
