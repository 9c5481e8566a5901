import type { Id } from "#platform";
import {
  type Claim,
  compareVerbs,
  type Interval,
  intervalOf,
  meet,
  spanOf,
  takesSeveral,
  type Value,
  type Verb,
} from "../claim/index.ts";
import { overlap, type Span } from "../edtf/index.ts";

/** How two answers to one question differ. */
export type Difference =
  /** Numbers that can't both be meant. */
  | "number"
  /** Numbers of different things: clients, employees, records. */
  | "unit"
  | "date"
  /** Answers of which only one can be so. */
  | "answer"
  /** One says it, the other says that it isn't so. */
  | "denial"
  /** The same, told with a stronger verb. */
  | "verb";

/** What several claims say in one way, to one question about one subject. */
export type Position = {
  /** Of its answer, among those to its question. */
  key: string;
  slot: string;
  subject: string;
  value: Value;
  denied: boolean;
  verb: Verb | undefined;
  /** When it was, as it can be compared: also of what is told as later than something else. */
  span: Span | undefined;
  /** What numbers it can mean. */
  interval: Interval | undefined;
  claims: readonly Id<"claim">[];
};

export type Stated = Pick<Claim, "id" | "slot" | "subject" | "value" | "denied" | "verb">;

/** Claims that say one thing in one way have one key; nothing else makes them one. */
export function keyOf({ value, denied, verb }: Omit<Stated, "id">): string {
  return JSON.stringify([wordsOf(value), denied, verb]);
}

function wordsOf(value: Value): unknown[] {
  if (value.is === "quantity") return [value.is, value.amount, value.hedge, value.unit];
  if (value.is === "date") return [value.is, value.edtf];
  if (value.is === "later") return [value.is, value.than, value.daysMin, value.daysMax];
  if (value.is === "choice") return [value.is, value.option];
  return [value.is, value.text.toLowerCase().replace(/\s+/g, " ")];
}

export function positionOf(stated: Stated, claims: readonly Id<"claim">[]): Position {
  const { slot, subject, value, denied, verb } = stated;
  return {
    key: keyOf(stated),
    ...{ slot, subject, value, denied, verb, claims },
    span: spanOf(value),
    interval: value.is === "quantity" ? intervalOf(value) : undefined,
  };
}

/** How two positions on one question can't both be so; none when they can. */
export function differences(one: Position, other: Position): Difference[] {
  if (one.denied && other.denied) return [];
  const differs = valueDiffers(one, other);
  if (one.denied || other.denied) {
    const [denied, said] = one.denied ? [one, other] : [other, one];
    return differs === undefined && isDenied(said.verb, denied.verb) ? ["denial"] : [];
  }
  if (differs && differs !== "unknown") return [differs];
  const isOther = one.verb && other.verb && one.verb !== other.verb;
  return isOther && differs === undefined ? ["verb"] : [];
}

/** Who denies that data was copied denies that it was published, and not that it was viewed. */
function isDenied(said: Verb | undefined, denied: Verb | undefined): boolean {
  return !(said && denied) || compareVerbs(said, denied) >= 0;
}

/** @returns undefined when both can be meant, `unknown` when nobody can tell */
function valueDiffers(one: Position, other: Position): Difference | "unknown" | undefined {
  const [mine, theirs] = [one.value, other.value];
  if (mine.is === "quantity" && theirs.is === "quantity") {
    if (mine.unit !== theirs.unit) return "unit";
    return one.interval && other.interval && meet(one.interval, other.interval)
      ? undefined
      : "number";
  }
  if (isTimed(mine) && isTimed(theirs)) {
    if (!(one.span && other.span)) return "unknown";
    return overlap(one.span, other.span) ? undefined : "date";
  }
  if (JSON.stringify(wordsOf(mine)) === JSON.stringify(wordsOf(theirs))) return;
  const isExclusive = mine.is === "choice" && theirs.is === "choice" && !takesSeveral(one.slot);
  return isExclusive ? "answer" : "unknown";
}

function isTimed({ is }: Value): boolean {
  return is === "date" || is === "later";
}
