export { Appender, type AppenderOptions } from "./append.ts";
export {
  type ClientEvent,
  clientDays,
  clientEvents,
  countUnsealed,
  newlySeen,
  printRemark,
} from "./client-reading.ts";
export { editionKind } from "./edition-kind.ts";
export type { ClientEraser } from "./erasure/index.ts";
export { erase, erasureReplayers, legalHold, liftHold, placeHold } from "./erasure/index.ts";
export type { EventColumns, EventDraft, EventKind, StoredEvent } from "./event.ts";
export { ledgerEventKinds } from "./kinds.ts";
export { openAppender } from "./open-appender.ts";
export { readServedPolicy } from "./policy-file.ts";
export { printEventProof, provenEvent, verifyProofCommand, writeProof } from "./proving/index.ts";
export type { Receipt } from "./receipt.ts";
export { clientsSeen, rollUp, rollUpJob, viewsIn, viewsOf } from "./roll-up/index.ts";
export { ledgerRoutes } from "./routes.ts";
export { openEntry, type SealingReason, sealEntry } from "./sealed-entries/index.ts";
export { renewLog, Sealer, startSealing } from "./sealing/index.ts";
export { ledgerFiles, ledgerSettings } from "./settings.ts";
export { HeadSigner, logSignerFrom, makeLogKey, openSignerStore } from "./signing.ts";
export { committedEvents, type EventName } from "./store.ts";
export { type VerifyReport, verifyLog, verifyLogCommand, verifyLogJob } from "./verifying/index.ts";
export { witnessCommands } from "./witnessing/index.ts";
