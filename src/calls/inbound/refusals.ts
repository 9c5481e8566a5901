import { HoldfastError, type Refusal } from "#platform";

/** Why a claim isn't made or answered: one code each, with the remedy. */
const sentences = {
  inbound_over: "This call is over, or nobody vouches for it any more. Nobody is asked.",
  claimed_already: "An account was named for this call already. It can't be named twice.",
  wrong_account_id: "An account id has 12 digits, such as 4817-2093-6650. Ask the caller again.",
  off_shift: "You are not on shift. Who is at work takes this call.",
  claim_unknown: "There is no such question.",
  claim_answered: "You answered this already.",
} as const;

export class InboundRefused extends HoldfastError {
  readonly code: keyof typeof sentences;
  readonly refusal: Refusal;
  constructor(code: keyof typeof sentences) {
    super(sentences[code]);
    this.code = code;
    this.refusal =
      code === "claim_unknown" ? "not_found" : code === "wrong_account_id" ? "invalid" : "conflict";
  }
}
