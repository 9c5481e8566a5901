import { HoldfastError } from "#platform";

/** One sentence, whatever was wrong with the key: whoever guesses learns nothing. */
export class ApiKeyRefused extends HoldfastError {
  readonly code = "api_key_refused";
  readonly refusal = "forbidden";
  constructor() {
    super("Send a key that is in force, as authorization: Bearer hf_….");
  }
}

export class ScopeMissing extends HoldfastError {
  readonly code = "scope_missing";
  readonly refusal = "forbidden";
  constructor(scope: string) {
    super(`This key doesn't have the scope ${scope}. Make one that has it, and revoke this one.`);
  }
}
