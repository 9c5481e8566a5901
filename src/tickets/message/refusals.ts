import { HoldfastError } from "#platform";

/** The guard couldn't check a message: nothing of it was kept. */
export class MessageHeld extends HoldfastError {
  readonly code = "message_held";
  readonly refusal = "unavailable";
  constructor() {
    super(
      "We could not check this message for secrets, so nothing of it was sent or kept. Make it shorter, or send it again in a moment.",
    );
  }
}

/** A message of the staff asks for what we never ask for. It says nothing of which words: the guard teaches nobody. */
export class MessageStopped extends HoldfastError {
  readonly code = "message_stopped";
  readonly refusal = "invalid";
  readonly decision: "block" | "hold";
  readonly items: readonly string[];
  constructor(decision: MessageStopped["decision"], items: readonly string[]) {
    super(
      "This message wasn't sent: it reads as if it asked for something that we never ask for. Write it without that, or ask somebody of another team to release it.",
    );
    this.decision = decision;
    this.items = items;
  }
}
