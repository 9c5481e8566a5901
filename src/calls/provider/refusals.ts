import { HoldfastError, InvalidInput, type Refusal } from "#platform";

/** One sentence, whatever was wrong: whoever guesses learns nothing. */
export class EventRefused extends HoldfastError {
  readonly code = "event_refused";
  readonly refusal: Refusal = "forbidden";
  constructor() {
    super(
      "Sign each event by Standard Webhooks with the secret of CALLS_PROVIDER_SECRET, and send it within five minutes.",
    );
  }
}

/** Signed, but not one of the events that this takes. */
export class WrongEvent extends InvalidInput {
  constructor() {
    super(
      "wrong_event",
      "This is none of the events that are taken here. docs/phone-provider.md lists them.",
    );
  }
}
