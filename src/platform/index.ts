export { type Actor, system } from "./actor.ts";
export * from "./backup/index.ts";
export { type Clock, systemClock } from "./clock.ts";
export type { Command, CommandContext, ExitCode } from "./commands.ts";
export * from "./config.ts";
export * from "./database/index.ts";
export { HoldfastError, InvalidInput, messageOf, type Refusal, UsageError } from "./errors.ts";
export {
  orRefused,
  readJsonFile,
  readTextFile,
  replaceFile,
  syncFile,
  writeNewFile,
} from "./files.ts";
export * from "./html/index.ts";
export * from "./http/index.ts";
export { type Id, idBytes, idFrom, isId, newId, timeOf, uuidOf } from "./ids.ts";
export { DataInUse, holdAlone, holdDataDirectory } from "./instance.ts";
export { type ScheduledJob, startJobs } from "./jobs.ts";
export * from "./language/index.ts";
export { LineWriter, readLines } from "./lines.ts";
export { type Log, openLog } from "./log.ts";
export { type Metrics, openMetrics } from "./metrics.ts";
export { Progress } from "./progress.ts";
export * from "./signed/index.ts";
export { readFileWords, readWords } from "./words.ts";
