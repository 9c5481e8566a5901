export { type BackupOptions, type BackupSummary, takeBackup } from "./backup.ts";
export { readDecrypter, readEncrypter } from "./encryption.ts";
export { type Erasure, recordErasure } from "./erasures.ts";
export { interruptible } from "./interrupt.ts";
export { countErasures, type ReplayContext, type Replayer } from "./replay.ts";
export { type RestoreOptions, type RestoreSummary, restoreBackup } from "./restore.ts";
