import { HoldfastError, type Refusal } from "#platform";

/** Why a call isn't placed or answered: one code each, with the remedy. */
const sentences = {
  call_unknown: "There is no such call.",
  not_your_call: "This call is another agent's.",
  not_in_window:
    "Nobody is called before or after the booked time. Wait for it, or book another time with the client.",
  call_over: "This call is over. The client can ask for another one.",
  leg_up: "A call with this client is up already. Wait until it has ended.",
  leg_over: "This call has ended.",
  answered_elsewhere: "This call was answered in another window or on another device.",
} as const;

export class CallRefused extends HoldfastError {
  readonly code: keyof typeof sentences;
  readonly refusal: Refusal;
  constructor(code: keyof typeof sentences) {
    super(sentences[code]);
    this.code = code;
    this.refusal = code === "call_unknown" ? "not_found" : "conflict";
  }
}
