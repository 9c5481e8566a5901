import { Logger, parseCronItems, type Runner, run } from "graphile-worker";
import type { Clock } from "./clock.ts";
import type { Database } from "./database/index.ts";
import type { Log } from "./log.ts";

/** Work that runs by itself, at the times of a crontab pattern, in one process at a time. */
export type ScheduledJob = {
  /** `<slice>.<verb>`, such as `platform.forget_requests`. */
  name: string;
  /** Five fields, in UTC. */
  crontab: string;
  run(now: Date): Promise<void>;
};

const jobsAtOnce = 2;

/** Starts the worker for scheduled jobs. A job that throws is tried again with growing waits. */
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
    taskList: Object.fromEntries(jobs.map((job) => [job.name, () => job.run(clock())])),
    parsedCronItems: parseCronItems(
      jobs.map((job) => ({ task: job.name, match: job.crontab, identifier: job.name })),
    ),
  });
}

function loggerTo(log: Log): Logger {
  const severities = { error: "error", warning: "warn", info: "debug", debug: "debug" } as const;
  return new Logger(() => (level, message) => log[severities[level]]({ part: "jobs" }, message));
}
