import { HoldfastError, InvalidInput } from "#platform";
import type { ApprovalState } from "./approval.ts";

/** Nobody may decide: the answer is no. */
export class NobodyEligible extends HoldfastError {
  readonly code = "nobody_eligible";
  readonly refusal = "forbidden";
  constructor(role: string) {
    super(
      `The answer is no: nobody of another team and another employer has the role ${role} for long enough. An administrator can see who has it at /staff/people.`,
    );
  }
}

/** One sentence for an approval that isn't there and for one that is somebody else's to decide. */
export class ApprovalUnknown extends HoldfastError {
  readonly code = "approval_unknown";
  readonly refusal = "not_found";
  constructor() {
    super("There is no such approval that you could do this with. /staff/approvals shows yours.");
  }
}

export class ApprovalOver extends HoldfastError {
  readonly code = "approval_over";
  readonly refusal = "conflict";
  constructor(state: ApprovalState["is"]) {
    super(`This approval is ${state}, so nothing can be done with it now. Ask for a new one.`);
  }
}

/** The drawn person lost the role, or became a colleague of the asker. */
export class NotEligibleNow extends HoldfastError {
  readonly code = "not_eligible_now";
  readonly refusal = "forbidden";
  constructor() {
    super("You could decide this when you were drawn, but not any more. The asker can ask again.");
  }
}

export class TooManyAsked extends HoldfastError {
  readonly code = "too_many_asked";
  readonly refusal = "conflict";
  constructor(most: number) {
    super(
      `You asked for ${most} approvals that nobody has decided yet. Wait until one is decided, or take one back at /staff/approvals.`,
    );
  }
}

export class ReasonMissing extends InvalidInput {
  constructor(most: number) {
    super("reason_missing", `Say why, in 1 to ${most} letters: who decides reads it.`);
  }
}

export class ScopeInvalid extends InvalidInput {
  constructor(problem: string) {
    super("scope_invalid", `This can't be asked for: ${problem}. Change it and ask again.`);
  }
}
