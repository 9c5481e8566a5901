import { HoldfastError, InvalidInput } from "#platform";
import type { Hold } from "./store.ts";

/** Nothing of a client under a legal hold is erased. */
export class LegalHold extends HoldfastError {
  override readonly name = "LegalHold";
  readonly code = "legal_hold";
  readonly refusal = "conflict";
  constructor({ reason, placedAt }: Hold) {
    const day = placedAt.toISOString().slice(0, 10);
    super(`A legal hold keeps this since ${day}: ${reason}. Lift the hold first.`);
  }
}

/** What is sealed is opened first: otherwise its client might never see it. */
export class StillSealed extends HoldfastError {
  override readonly name = "StillSealed";
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
