import { HoldfastError } from "#platform";

/** No client has this ticket: a guest's, a report's, or none at all. */
export class NoClientContact extends HoldfastError {
  readonly code = "no_client_contact";
  readonly refusal = "not_found";
  constructor() {
    super("There is no client's account behind this ticket, so there is nothing to look at.");
  }
}

export class AskedAlready extends HoldfastError {
  readonly code = "asked_already";
  readonly refusal = "conflict";
  constructor() {
    super(
      "The client was asked for this in this ticket already, or said no. Wait for the answer, or write to the client.",
    );
  }
}

export class AskedOften extends HoldfastError {
  readonly code = "asked_often";
  readonly refusal = "too_many";
  constructor(most: number) {
    super(
      `This client was asked ${most} times within a day, which is the most. Write to the client, or ask tomorrow.`,
    );
  }
}

/** Whoever is on the line with somebody who says to be us would be told to approve it. */
export class AskedOnCall extends HoldfastError {
  readonly code = "asked_on_call";
  readonly refusal = "conflict";
  constructor() {
    super(
      "A call with this client is up, and nobody is asked for anything during one. Hang up first, then ask.",
    );
  }
}

/** A client is on a call with us: whoever talks there would say what to press. */
export class AnsweredOnCall extends HoldfastError {
  readonly code = "answered_on_call";
  readonly refusal = "conflict";
  constructor() {
    super("You are on a call with us, and nothing is allowed during one. Hang up first.");
  }
}

export class RequestUnknown extends HoldfastError {
  readonly code = "request_unknown";
  readonly refusal = "not_found";
  constructor() {
    super("Nothing of this kind was asked of you. Look at the list again.");
  }
}

export class RequestOver extends HoldfastError {
  readonly code = "request_over";
  readonly refusal = "conflict";
  constructor() {
    super("This was answered before, or its time is over. Look at the list again.");
  }
}

export class PasskeyNeeded extends HoldfastError {
  readonly code = "passkey_needed";
  readonly refusal = "forbidden";
  constructor() {
    super("This takes your passkey. Press the button that asks for it.");
  }
}

/** The passkey signed something else than what is approved. */
export class ApprovalDiffers extends HoldfastError {
  readonly code = "approval_differs";
  readonly refusal = "forbidden";
  constructor() {
    super("Your passkey confirmed something else. Read what is asked, and try once more.");
  }
}
