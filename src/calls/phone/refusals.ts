import { HoldfastError, type Refusal } from "#platform";

/** Why no phone rings: one code each, with the remedy. */
const sentences = {
  no_provider: "This desk places no phone calls. Call in the browser.",
  not_by_phone: "The client asked to be called in the browser. Call there.",
  no_number: "There is no phone number on file that can be called. Call in the browser.",
  number_new: "The phone number on file is new, and isn't called yet. Call in the browser.",
  not_placed: "The call couldn't be placed. Try again in a moment, or call in the browser.",
} as const;

export class PhoneRefused extends HoldfastError {
  override readonly name = "PhoneRefused";
  readonly code: keyof typeof sentences;
  readonly refusal: Refusal;
  constructor(code: keyof typeof sentences) {
    super(sentences[code]);
    this.code = code;
    this.refusal = code === "not_placed" ? "unavailable" : "conflict";
  }
}
