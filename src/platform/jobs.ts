import { type CronItem, Logger, parseCronItems, type Runner, run } from "graphile-worker";
import type { Database } from "./database/index.ts";
import type { Log } from "./log.ts";
import { type Clock, dayMs } from "./time/index.ts";

/** Work that runs by itself, each time in one process, at the times of a crontab pattern. */
export type ScheduledJob = {
  /** `<slice>.<verb>`, such as `platform.forget_requests`. */
  name: string;
  /** Five fields, in UTC. */
  crontab: string;
  /**
   * It takes minutes: other jobs that wait go first, all processes together run it once at a time, and when none ran at
   * its time, within the last day, it is made up for at the next start.
   */
  isLong?: boolean;
  /** What takes long gives up when the process is `stopping`, by throwing, and is tried again. */
  run(now: Date, stopping: AbortSignal): Promise<void>;
};

/** One that waits for a moment, and one that takes long, leave a place for the others. */
const jobsAtOnce = 3;
const longPriority = 10;
const madeUpForMs = dayMs;

/** Starts the worker for scheduled jobs. A job that throws is tried again with growing waits, or at its next time. */
export async function startJobs(
  database: Database,
  log: Log,
  clock: Clock,
  jobs: readonly ScheduledJob[],
): Promise<Runner> {
  return await run({
    pgPool: database,
    concurrency: jobsAtOnce,
    noHandleSignals: true,
    noPreparedStatements: true, // poolers in transaction mode lose them
    logger: loggerTo(log),
    gracefulShutdownAbortTimeout: 0, // who listens is told at once; the others finish
    taskList: Object.fromEntries(
      jobs.map((job) => [job.name, (_payload, { abortSignal }) => job.run(clock(), abortSignal)]),
    ),
    parsedCronItems: parseCronItems(jobs.map(cronItem)),
  });
}

/** By its key, a job that is still tried again doesn't wait twice. */
function cronItem({ name, crontab, isLong = false }: ScheduledJob): CronItem {
  const long = { queueName: name, priority: longPriority, backfillPeriod: madeUpForMs };
  const options = { jobKey: name, ...(isLong && long) };
  return { task: name, match: crontab, identifier: name, options };
}

function loggerTo(log: Log): Logger {
  const severities = { error: "error", warning: "warn", info: "debug", debug: "debug" } as const;
  return new Logger(() => (level, message) => log[severities[level]]({ part: "jobs" }, message));
}
