import { HoldfastError, type Refusal } from "#platform";

/** Why no phone rings: one code each, with the remedy. */
const sentences = {
  no_provider:
    "This desk places no phone calls. Cancel this one, so that the client can book one in the browser.",
  not_by_phone: "The client asked to be called in the browser. Call there.",
  no_number:
    "There is no phone number on file. Cancel this call, so that the client can book one in the browser.",
  number_new:
    "The phone number on file is new, and isn't called for a week. Cancel this call, so that the client can book one in the browser.",
  asked_long_ago:
    "The client asked for this call too long ago. Cancel it, so that the client can book another one.",
  not_placed:
    "The call couldn't be placed. Try again in a moment. If it goes on, cancel it, so that the client can book one in the browser.",
} as const;

export class PhoneRefused extends HoldfastError {
  readonly code: keyof typeof sentences;
  readonly refusal: Refusal;
  constructor(code: keyof typeof sentences) {
    super(sentences[code]);
    this.code = code;
    this.refusal = code === "not_placed" ? "unavailable" : "conflict";
  }
}
