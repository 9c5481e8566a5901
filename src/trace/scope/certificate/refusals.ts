import { HoldfastError, InvalidInput } from "#platform";
import type { MaySign } from "./may-sign.ts";
import type { CertificateState } from "./state.ts";

export class CertificateUnknown extends HoldfastError {
  readonly code = "scope_certificate_unknown";
  readonly refusal = "not_found";
  constructor() {
    super("There is no such certificate. Its trace lists those that there are.");
  }
}

const why: Readonly<Record<Exclude<MaySign, "yes">, string>> = {
  no_analyst: "Only analysts sign certificates.",
  in_result: "This certificate is for others to sign.",
  frozen:
    "You are shown nothing of clients until a lead has looked into it, and sign nothing either.",
  signed_already: "You have signed this certificate. Somebody else must.",
};

export class MayNotSign extends HoldfastError {
  readonly code = "may_not_sign";
  readonly refusal = "forbidden";
  constructor(because: keyof typeof why) {
    super(why[because]);
  }
}

const said: Readonly<Record<CertificateState["is"], string>> = {
  drafted: "is a draft",
  signed_once: "has one signature",
  final: "has both signatures",
  withdrawn: "was withdrawn",
};

export class CertificateIs extends HoldfastError {
  readonly code = "scope_certificate_state";
  readonly refusal = "conflict";
  constructor({ is }: Pick<CertificateState, "is">) {
    super(`This certificate ${said[is]}: that isn't possible now. Look at it as it is.`);
  }
}

/** Nobody can look at what would be signed. */
export class TraceIsShredded extends HoldfastError {
  readonly code = "trace_shredded";
  readonly refusal = "conflict";
  constructor() {
    super(
      "The trace of this certificate was shredded: nobody can look at what would be signed. Trace the sample again.",
    );
  }
}

/** Somebody was drawn to sign as the second, and may still do so. */
export class StillAsked extends HoldfastError {
  readonly code = "scope_still_asked";
  readonly refusal = "conflict";
  constructor() {
    super("Somebody is asked to sign it already. When that time is over, ask again.");
  }
}

export class NotTheFirst extends HoldfastError {
  readonly code = "scope_not_first";
  readonly refusal = "forbidden";
  constructor() {
    super("Who signed first asks for the second signature. Ask that analyst.");
  }
}

export class CorrectedAlready extends HoldfastError {
  readonly code = "scope_corrected_already";
  readonly refusal = "conflict";
  constructor() {
    super("Another certificate takes the place of that one already. Correct the newer one.");
  }
}

/** No head is signed that holds everything that was counted. */
export class LogBehind extends HoldfastError {
  readonly code = "scope_log_behind";
  readonly refusal = "unavailable";
  constructor() {
    super(
      "The log hasn't sealed what was counted yet. Look at /log for its sealer, then try again.",
    );
  }
}

export class CountedLater extends InvalidInput {
  constructor(countedAt: Date, now: Date) {
    super(
      "scope_counted_later",
      `The figures are from ${countedAt.toISOString()}, and it is ${now.toISOString()}. Check the clocks.`,
    );
  }
}

/** A signature isn't in a head yet that counts by the log policy. */
export class NotProvenYet extends HoldfastError {
  readonly code = "scope_not_proven_yet";
  readonly refusal = "unavailable";
  constructor(is: "unsealed" | "unwitnessed") {
    super(
      is === "unsealed"
        ? "The signatures aren't sealed yet. While a sealer runs, that takes less than a second: try again."
        : "The signatures are sealed, but no head with them has its quorum of witnesses yet. While they answer, that takes a minute or two: try again, or look at /log for who is late.",
    );
  }
}
