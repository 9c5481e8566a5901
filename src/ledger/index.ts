export { Appender, type AppenderOptions } from "./append.ts";
export { editionKind } from "./edition-kind.ts";
export { erase, erasureReplayers, legalHold, liftHold, placeHold } from "./erasure/index.ts";
export type { EventColumns, EventDraft, EventKind, StoredEvent } from "./event.ts";
export { ledgerEventKinds } from "./kinds.ts";
export { openAppender } from "./open-appender.ts";
export { printEventProof, provenEvent, verifyProofCommand, writeProof } from "./proving/index.ts";
export type { Receipt } from "./receipt.ts";
export { clientsSeen, rollUp, rollUpJob, viewsIn, viewsOf } from "./roll-up/index.ts";
export { ledgerRoutes } from "./routes.ts";
export { clientEvents, openEntry, sealEntry } from "./sealed-entries/index.ts";
export {
  HeadSigner,
  logSignerFrom,
  makeLogKey,
  openSignerStore,
  renewLog,
  Sealer,
  startSealing,
} from "./sealing/index.ts";
export { ledgerFiles, ledgerSettings } from "./settings.ts";
export { committedEvent } from "./store.ts";
export { type VerifyReport, verifyLog, verifyLogCommand } from "./verifying/index.ts";
export { witnessCommands } from "./witnessing/index.ts";
