import { HoldfastError } from "#platform";
import type { EditionObjection } from "../edition/index.ts";

/** An edition can't be published as it stands: every objection says which sentence and why. */
export class BriefBlocked extends HoldfastError {
  readonly code = "brief_blocked";
  readonly refusal = "conflict";
  readonly objections: readonly EditionObjection[];
  constructor(objections: readonly EditionObjection[]) {
    const [first] = objections;
    const more = objections.length > 1 ? ` There are ${objections.length - 1} more.` : "";
    const where = first ? `${first.section}: ${first.text && `“${first.text}” `}` : "";
    super(`${where}${first?.message ?? "Something keeps it from being published."}${more}`);
    this.objections = objections;
  }
}

export class EditionUnknown extends HoldfastError {
  readonly code = "edition_unknown";
  readonly refusal = "not_found";
  constructor() {
    super("There is no such edition.");
  }
}

/** What was prepared isn't what the brief says now. */
export class EditionStale extends HoldfastError {
  readonly code = "edition_stale";
  readonly refusal = "conflict";
  constructor(why: string) {
    super(`${why} Prepare the edition anew.`);
  }
}

export class StillAsked extends HoldfastError {
  readonly code = "still_asked";
  readonly refusal = "conflict";
  constructor() {
    super("Somebody was asked already, and may still decide.");
  }
}

export class NothingPublished extends HoldfastError {
  readonly code = "nothing_published";
  readonly refusal = "conflict";
  constructor() {
    super("Nothing of this brief is published that could be withdrawn.");
  }
}
