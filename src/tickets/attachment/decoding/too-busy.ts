import { HoldfastError } from "#platform";

/** So many files wait to be looked at that this one isn't taken. */
export class TooBusy extends HoldfastError {
  readonly code = "files_busy";
  readonly refusal = "unavailable";
  constructor() {
    super("Many files arrive just now, so yours was not taken. Send it again in some minutes.");
  }
}
