import { HoldfastError, InvalidInput } from "#platform";

/** A document that is no policy. Whoever sees one keeps what he has. */
export class PolicyInvalid extends InvalidInput {
  constructor(fault: string) {
    super(
      "policy_invalid",
      `This is not a policy bundle: ${fault}. Compare it with examples/larkmoor.policy.json.`,
    );
  }
}

/** Rules on who sees what that can't be used. */
export class RulesInvalid extends InvalidInput {
  constructor(fault: string) {
    super(
      "rules_invalid",
      `The rules on who sees what can't be used: ${fault}. Mend that place; holdfast lint lists all such places.`,
    );
  }
}

/** A policy before or after its days. The desk is not ready until another edition is in force. */
abstract class PolicyOutOfForce extends HoldfastError {
  readonly refusal = "unavailable";
}

export class PolicyNotYetValid extends PolicyOutOfForce {
  readonly code = "policy_not_yet_valid";
  constructor(from: string, now: Date) {
    super(
      `The policy is valid from ${from}; it is ${now.toISOString()}. Use the edition in force, or wait.`,
    );
  }
}

export class PolicyExpired extends PolicyOutOfForce {
  readonly code = "policy_expired";
  constructor(until: string, now: Date) {
    super(
      `The policy was valid until ${until}; it is ${now.toISOString()}. Get or sign the next edition.`,
    );
  }
}
