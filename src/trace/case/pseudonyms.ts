import { type Id, isId } from "#platform";
import type { TraceResult } from "../result.ts";

const letters = 26;

/** Who stands in a result, those first who explain something: nobody of them sees the case. */
export function peopleIn(result: TraceResult): Id<"staff">[] {
  const { people, next, alike, decoys, rivals, rows, bluff, photo } = result;
  const told = bluff.reasons.flatMap(({ figures }) => Object.values(figures));
  const listed = [
    ...people.map(({ staff }) => staff),
    ...(photo?.screens ?? []).map(({ staff }) => staff),
    ...decoys.map(({ staff }) => staff),
    ...alike.flatMap(({ staff, other }) => [staff, other]),
    ...(next ? [next.staff] : []),
    ...[...rivals.overlap, ...rivals.cover].map(({ staff }) => staff),
    ...rows.flatMap(({ seenBy }) => seenBy),
    ...told.filter((figure) => isId("staff", figure)),
  ];
  return [...new Set(listed)];
}

/** What the people of a result are called in its pages: A, B, ... Z, AA. */
export class Pseudonyms {
  readonly #called: ReadonlyMap<Id<"staff">, string>;

  constructor(result: TraceResult) {
    this.#called = new Map(peopleIn(result).map((staff, place) => [staff, lettersFor(place)]));
  }

  of(staff: Id<"staff">): string {
    const called = this.#called.get(staff);
    if (called === undefined) throw new Error("nobody in this result has that id");
    return called;
  }

  /** The same, or what somebody of the result is called where it is that person's id. */
  orSame<Value>(value: Value): Value | string {
    return isId("staff", value) ? this.of(value) : value;
  }

  personCalled(called: string): Id<"staff"> | undefined {
    return [...this.#called].find(([, one]) => one === called)?.[0];
  }
}

function lettersFor(place: number): string {
  const last = String.fromCharCode(65 + (place % letters));
  return place < letters ? last : lettersFor(Math.floor(place / letters) - 1) + last;
}
