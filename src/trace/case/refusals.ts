import { HoldfastError, InvalidInput } from "#platform";
import { reasonLetters, type TraceState } from "./trace.ts";

export class TraceUnknown extends HoldfastError {
  readonly code = "trace_unknown";
  readonly refusal = "not_found";
  constructor() {
    super("There is no such trace for you. /staff/traces lists those that there are.");
  }
}

/** Who stands in what a trace found doesn't see it. */
export class ShutOut extends HoldfastError {
  readonly code = "trace_shut_out";
  readonly refusal = "forbidden";
  constructor() {
    super("This trace is for others. That you asked for it is in the log.");
  }
}

const said = {
  columns: "waits for its columns",
  waiting: "waits for its turn",
  running: "is running",
  done: "is done",
  failed: "has failed",
  shredded: "is shredded",
} as const satisfies Record<TraceState["is"], string>;

export class NotInThisState extends HoldfastError {
  readonly code = "trace_state";
  readonly refusal = "conflict";
  constructor({ is }: TraceState) {
    super(`The trace ${said[is]}: that isn't possible now. Look at it as it is.`);
  }
}

/** A trace that was found by former rules isn't certified. */
export class Outdated extends HoldfastError {
  readonly code = "trace_outdated";
  readonly refusal = "conflict";
  constructor() {
    super("This was found by former rules, so it isn't certified. Run it again on its page first.");
  }
}

export class WrongWhy extends InvalidInput {
  constructor() {
    const { min, max } = reasonLetters;
    super(
      "wrong_reason",
      `Write why, in ${min} to ${max} letters. Name no client and nobody here.`,
    );
  }
}

export class WrongBefore extends InvalidInput {
  constructor(given: string) {
    super(
      "wrong_before",
      `"${given.slice(0, 40)}" is no day up to today. Give the day on which the sample was first seen, such as 2026-04-17.`,
    );
  }
}

export class NobodyCalledSo extends HoldfastError {
  readonly code = "nobody_called_so";
  readonly refusal = "not_found";
  constructor(called: string) {
    super(`Nobody in this trace is person ${called.slice(0, 3)}. Look at it as it is.`);
  }
}

/** Who began a trace shreds it. */
export class NotYours extends HoldfastError {
  readonly code = "trace_not_yours";
  readonly refusal = "forbidden";
  constructor() {
    super("Who began a trace shreds it. Ask that analyst.");
  }
}
