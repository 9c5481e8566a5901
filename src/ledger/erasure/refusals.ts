import { dayOf, HoldfastError, InvalidInput } from "#platform";
import type { Hold } from "./store.ts";

/** Nothing of a client under a legal hold is erased. Why it is held, counsel alone reads, and an event says so. */
export class LegalHold extends HoldfastError {
  readonly code = "legal_hold";
  readonly refusal = "conflict";
  constructor({ placedAt }: Pick<Hold, "placedAt">) {
    const day = dayOf(placedAt);
    super(
      `A legal hold has kept this since ${day}, so nothing of it is erased. Counsel can lift it at /staff/erasures, with a second person's approval.`,
    );
  }
}

/** What is sealed is opened first: otherwise its client might never see it. */
export class StillSealed extends HoldfastError {
  readonly code = "still_sealed";
  readonly refusal = "conflict";
  constructor(until: string) {
    super(`An entry of these is sealed until ${until}. Open it first, or wait until then.`);
  }
}

export class NotErasable extends InvalidInput {
  constructor(asked: number, found: number) {
    super(
      "not_erasable",
      `Of the ${asked} events, only ${found} are of that person and not erased yet. Leave out the others.`,
    );
  }
}

export class NoSuchHold extends InvalidInput {
  constructor() {
    super(
      "no_such_hold",
      "There is no such hold, or it was lifted already. Look at the list of holds.",
    );
  }
}
