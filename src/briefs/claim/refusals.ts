import { HoldfastError, InvalidInput } from "#platform";
import type { Status } from "./claim.ts";

/** What a status is called in a sentence. */
export const statusWords: Readonly<Record<Status, string>> = {
  proposed: "proposed",
  firm_says: "what the firm says",
  confirmed: "confirmed",
  disputed: "disputed",
  open: "open",
  refuted: "refuted",
  superseded: "superseded",
  withdrawn: "withdrawn",
};

export abstract class ClaimRefused extends HoldfastError {
  readonly refusal = "conflict";
}

export class NoWayThere extends ClaimRefused {
  readonly code = "no_way_there";
  constructor(from: Status, to: Status) {
    super(
      `The claim is ${statusWords[from]}, and from there it can't become ${statusWords[to]}. Look at it as it is now.`,
    );
  }
}

export class NotTheFirmsWord extends ClaimRefused {
  readonly code = "not_the_firms_word";
  constructor() {
    super(
      "Nothing that counts says that the firm says so. Add a passage of the firm's own, or of a named publisher that nobody doubts.",
    );
  }
}

export class TooFewOrigins extends ClaimRefused {
  readonly code = "too_few_origins";
  constructor(origins: number) {
    super(
      `${origins} independent origins that count say so. It takes two, or a record of a court, an authority or the evidence: copies of one post are one origin, and machines, the criminals, anonymous and doubted sources are none.`,
    );
  }
}

export class StillContradicted extends ClaimRefused {
  readonly code = "still_contradicted";
  constructor(numbers: readonly number[]) {
    const claims = numbers.slice(0, 10).join(", ");
    super(
      `It is contradicted by claim ${claims}${numbers.length > 10 ? " and others" : ""}. Refute those first, or call this one disputed.`,
    );
  }
}

export class NotItsSuccessor extends ClaimRefused {
  readonly code = "not_its_successor";
  constructor() {
    super(
      "A claim is superseded by another one that still stands and answers the same question about the same subject.",
    );
  }
}

export class NotShown extends ClaimRefused {
  readonly code = "claim_not_shown";
  constructor() {
    super("What is only proposed, or was withdrawn, stays internal. Decide on the claim first.");
  }
}

export class DecidesNothing extends HoldfastError {
  readonly code = "decides_nothing";
  readonly refusal = "forbidden";
  constructor(roles: readonly string[]) {
    super(`This takes somebody with one of the roles ${roles.join(", ")}.`);
  }
}

export class WrongReason extends InvalidInput {
  constructor(lettersMin: number, lettersMax: number) {
    super("wrong_reason", `Write why, in ${lettersMin} to ${lettersMax} letters.`);
  }
}

export class WrongValue extends InvalidInput {
  constructor(slot: string, takes: readonly string[]) {
    super("wrong_value", `${slot} takes a value that is ${takes.join(" or ")}.`);
  }
}
