import { HoldfastError, InvalidInput } from "#platform";

/** A mail that nobody could take apart: its sender's server returns it. */
export class MailRefused extends HoldfastError {
  readonly code: string;
  readonly refusal = "unprocessable";
  constructor(code: string) {
    super("We can't read this mail. Send it as plain text, without attachments.");
    this.code = code;
  }
}

/** Whether the sender is genuine can't be said just now: the sender's server tries again. */
export class SenderUnclear extends HoldfastError {
  readonly code = "sender_unclear";
  readonly refusal = "unavailable";
  constructor() {
    super("The DNS of the sender's domain doesn't answer. Try again later.");
  }
}

export class MailAddressMissing extends InvalidInput {
  constructor() {
    super(
      "mail_address_missing",
      "MAIL_LISTEN is set, but MAIL_ADDRESS isn't. Set it to the address that clients write to, such as support@example.com.",
    );
  }
}
