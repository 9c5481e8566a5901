export { Appender, type AppenderOptions } from "./append.ts";
export type { EventColumns, EventDraft, EventKind, StoredEvent } from "./event.ts";
export type { Receipt } from "./receipt.ts";
export { HeadSigner, logSignerFrom, makeLogKey, openSignerStore, Sealer } from "./sealing/index.ts";
export { committedEvent } from "./store.ts";
export {
  type Ask,
  type Cosigning,
  cosign,
  isAlarm,
  type WitnessToAsk,
  witnessCommands,
  witnessesToAsk,
} from "./witnessing/index.ts";
