import { z } from "@hono/zod-openapi";
import type { Id } from "#platform";
import { type Claim, stands } from "../claim/index.ts";
import { readEdtf, type Span } from "../edtf/index.ts";
import { counts } from "../origin/index.ts";
import { plainLine, type Source } from "../source/index.ts";

/** What isn't known. It stays open until somebody says which claim answers it. */
export type Question = {
  id: Id<"question">;
  number: number;
  text: string;
  slot: string;
  subject: string;
  whoCouldAnswer: string | undefined;
  /** In EDTF. */
  askedOn: string;
  /** The source in which it stood as open. */
  source: Id<"source"> | undefined;
  checks: readonly Check[];
};

/** Somebody looked: a claim answers it, or it is still open. */
export type Check = { at: Date; by: Id<"staff">; claim: Id<"claim"> | undefined };

const name = z.string().regex(/^[a-z][a-z0-9_]{0,59}$/, "is no name in small letters with _");

/** A question as a line of JSON. */
export const questionLineSchema = z.strictObject({
  text: plainLine(3, 500),
  slot: name,
  subject: name,
  who_could_answer: plainLine(1, 200).optional(),
  asked_on: z
    .string()
    .max(60)
    .refine((text) => readEdtf(text)?.span !== undefined, {
      message: "is no date in EDTF with a year",
    }),
  /** The name of the source in which it stood as open. */
  source: z.string().min(1).max(60).optional(),
});
export type QuestionLine = z.infer<typeof questionLineSchema>;

/** A claim that may answer a question, by a source, and when that was published. */
export type PossibleAnswer = {
  claim: Claim;
  source: Source;
  /** `before_asked`: whoever asked could have known. `around`: the dates aren't exact enough to tell. */
  came: "before_asked" | "since" | "around";
};

/**
 * What may answer a question: claims that stand, on the same subject, by sources that count; the source in which the
 * question stood answers nothing. The earliest answer of each claim comes first.
 */
export function possibleAnswers(
  question: Question,
  claims: readonly Claim[],
  sources: ReadonlyMap<Id<"source">, Source>,
): PossibleAnswer[] {
  const asked = readEdtf(question.askedOn)?.span;
  return claims
    .filter((claim) => isOn(claim, question) && stands(claim))
    .flatMap((claim) => {
      const supporting = claim.supports
        .flatMap((support) => sources.get(support.source) ?? [])
        .filter((source) => counts(source) && source.id !== question.source)
        .map((source) => ({ claim, source, came: cameWhen(spanOf(source), asked) }))
        .sort((one, other) => endOf(one.source) - endOf(other.source));
      return supporting.slice(0, 1);
    })
    .sort((one, other) => endOf(one.source) - endOf(other.source));
}

/** Whether somebody said that it is answered, by a claim that still stands. */
export function isAnswered(question: Question, claims: readonly Claim[]): boolean {
  const last = question.checks.at(-1)?.claim;
  const claim = claims.find(({ id }) => id === last);
  return claim !== undefined && stands(claim);
}

function isOn(claim: Claim, { slot, subject }: Question): boolean {
  return claim.slot === slot && claim.subject === subject;
}

function cameWhen(published: Span | undefined, asked: Span | undefined): PossibleAnswer["came"] {
  if (!(published && asked)) return "around";
  if (published.to <= asked.from) return "before_asked";
  return published.from >= asked.to ? "since" : "around";
}

function spanOf({ published }: Source): Span | undefined {
  return published === undefined ? undefined : readEdtf(published)?.span;
}

function endOf(source: Source): number {
  return spanOf(source)?.to ?? Infinity;
}
