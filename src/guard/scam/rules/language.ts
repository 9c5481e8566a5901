import type { WordLists } from "../pattern.ts";
import type { SignalCode } from "../signal.ts";

/** The rules of one language; how a pattern is written stands in pattern.ts. */
export type Language = {
  lists: WordLists;
  signals: Partial<Record<SignalCode, readonly string[]>>;
  /** Before an act in one sentence these make a warning of it: "we will never ask you to …". */
  warnings: readonly string[];
  /** The same for what follows at once: "don't install …". */
  refusals?: readonly string[];
  /** The same behind the act, in languages that refuse there. */
  warningsBehind?: readonly string[];
  /** What stands with a code in its own message: "your code is …, don't tell it to anyone, not even to us". */
  keptCodes: readonly string[];
};
