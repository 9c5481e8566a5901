import { HoldfastError } from "#platform";

/** One sentence for all: whoever guesses at links learns nothing. */
export class GuestLinkRefused extends HoldfastError {
  override readonly name = "GuestLinkRefused";
  readonly code = "link_refused";
  readonly refusal = "not_found";
  constructor() {
    super(
      "This link was used before, is too old, or isn't ours. If you wrote to us yourself, write once more.",
    );
  }
}
