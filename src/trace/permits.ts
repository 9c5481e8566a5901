import type { Permit, PermittingEvent } from "#keys";
import { HoldfastError, isId } from "#platform";
import { caseKeyTable, ownClientOf } from "./case/index.ts";
import { traceOpened, traceShredded } from "./events.ts";

/** The event names a trace, and keys that aren't that trace's own: they may be a client's. */
class NotItsOwnKeys extends HoldfastError {
  readonly code = "not_its_own_keys";
  readonly refusal = "forbidden";
  constructor() {
    super("An event of a trace opens or destroys the keys of that trace alone.");
  }
}

/** The opening of a case lets its key be read; shredding it, destroyed. Neither ever reaches a client's keys. */
export const tracePermits: readonly Permit[] = [
  { kind: traceOpened.name, act: "decrypt", table: caseKeyTable, isShown: false, check: isItsOwn },
  { kind: traceShredded.name, act: "shred", check: isItsOwn },
];

async function isItsOwn({ client, details }: PermittingEvent): Promise<void> {
  const { trace = "" } = JSON.parse(details ?? "{}") as { trace?: string };
  if (!isId("trace", trace) || ownClientOf(trace) !== client) throw new NotItsOwnKeys();
}
