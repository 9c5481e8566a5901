export {
  beginTrace,
  confirmColumns,
  prepareTrace,
  readingOf,
  rowsADay,
  runAgain,
  samplesSent,
  tracesADay,
} from "./beginning.ts";
export { Pseudonyms } from "./pseudonyms.ts";
export { Outdated, TraceUnknown, WrongBefore, WrongWhy } from "./refusals.ts";
export { printResult } from "./result-json.ts";
export {
  finishedWith,
  type RunTrace,
  runNext,
  type SampleDesk,
  type TellStep,
  type Traced,
  type TracingDesk,
} from "./running.ts";
export { caseKeyTable } from "./sealing.ts";
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
export { ownClientOf, reasonLetters, type Trace, type TraceStep, traceSteps } from "./trace.ts";
