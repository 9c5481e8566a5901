import { catalogue, english, HoldfastError, type Refusal } from "#platform";
import en from "../../messages/en/policy.json" with { type: "json" };

/** The slice's part of the message catalogue. */
export const say = catalogue("policy", en);

/** A policy edition that is not accepted. Whoever sees one keeps what he has. */
abstract class PolicyRefused extends HoldfastError {
  readonly refusal: Refusal = "invalid";
}

export class PolicyInvalid extends PolicyRefused {
  override readonly name = "PolicyInvalid";
  readonly code = "policy_invalid";
  constructor(fault: string) {
    super(say(english, "refused.invalid", { fault }));
  }
}

export class PolicyNotYetValid extends PolicyRefused {
  override readonly name = "PolicyNotYetValid";
  override readonly refusal = "unavailable";
  readonly code = "policy_not_yet_valid";
  constructor(from: string, now: Date) {
    super(say(english, "refused.not_yet_valid", { from, now: now.toISOString() }));
  }
}

export class PolicyExpired extends PolicyRefused {
  override readonly name = "PolicyExpired";
  override readonly refusal = "unavailable";
  readonly code = "policy_expired";
  constructor(until: string, now: Date) {
    super(say(english, "refused.expired", { until, now: now.toISOString() }));
  }
}
