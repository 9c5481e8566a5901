import { HoldfastError } from "#platform";

/** The person is contained already, isn't here, or isn't contained any more. */
export class NotNow extends HoldfastError {
  readonly code = "containment_not_now";
  readonly refusal = "conflict";
  constructor(because: "contained" | "left" | "released") {
    const sentences = {
      contained: "The person is contained already.",
      left: "The person isn't here any more: nothing of theirs is left to end.",
      released: "The person isn't contained, or not any more.",
    };
    super(`${sentences[because]} Look at the case as it is now.`);
  }
}
