export { Appender, type AppenderOptions } from "./append.ts";
export { editionKind } from "./edition-kind.ts";
export type { EventColumns, EventDraft, EventKind, StoredEvent } from "./event.ts";
export { ledgerEventKinds } from "./kinds.ts";
export { openAppender } from "./open-appender.ts";
export { printEventProof, provenEvent, verifyProofCommand, writeProof } from "./proving/index.ts";
export type { Receipt } from "./receipt.ts";
export { ledgerRoutes } from "./routes.ts";
export {
  HeadSigner,
  logSignerFrom,
  makeLogKey,
  openSignerStore,
  Sealer,
  startSealing,
} from "./sealing/index.ts";
export { ledgerFiles, ledgerSettings } from "./settings.ts";
export { committedEvent } from "./store.ts";
export { witnessCommands } from "./witnessing/index.ts";
