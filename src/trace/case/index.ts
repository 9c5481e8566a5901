export {
  beginTrace,
  confirmColumns,
  type Given,
  prepareTrace,
  readingOf,
  rowsADay,
  runAgain,
} from "./beginning.ts";
export type { Columns } from "./columns.ts";
export { Pseudonyms } from "./pseudonyms.ts";
export { NotInThisState, ShutOut, TraceUnknown, WrongBefore, WrongWhy } from "./refusals.ts";
export { printResult } from "./result-json.ts";
export {
  finishedWith,
  type RunTrace,
  runNext,
  type SampleDesk,
  type TellStep,
  type Traced,
  type TraceInput,
  type TracingDesk,
} from "./running.ts";
export { caseKeyTable, type Opening } from "./sealing.ts";
export { openName, resultOf, traceFor, traceForMachine } from "./seeing.ts";
export { destroyKeysLeft, mayShred, shredTrace } from "./shredding.ts";
export {
  lastChange,
  lastChangeOf,
  type NameOpened,
  nameOpeningsFor,
  namesOpenedBy,
  tracesFor,
} from "./store.ts";
export {
  type Beginner,
  ownClientOf,
  reasonLetters,
  type Trace,
  type TraceState,
  type TraceStep,
  traceSteps,
} from "./trace.ts";
