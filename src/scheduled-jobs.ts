import { accountsJobs, type Desk } from "#accounts";
import { forgetUnanswered } from "#help";
import { rollUpJob, verifyLogJob } from "#ledger";
import {
  type CommandContext,
  type Database,
  forgetNamedRequests,
  forgetRequests,
  type Log,
  type Metrics,
  type ScheduledJob,
} from "#platform";
import { releaseKinds } from "./event-kinds.ts";
import { verifyInProcess } from "./verify-process.ts";

const dayMs = 86_400_000;

export type ScheduledJobsOptions = {
  database: Database;
  log: Log;
  metrics: Metrics;
  /** What accounts work with. */
  desk: Desk;
  /** The settings, as the commands that it runs are given them. */
  env: CommandContext["env"];
};

/** Everything that the role `worker` does, each at its time. */
export function scheduledJobs({
  database,
  log,
  metrics,
  desk,
  env,
}: ScheduledJobsOptions): ScheduledJob[] {
  return [
    {
      name: "platform.forget_requests",
      crontab: "*/10 * * * *",
      run: async (now) => void (await forgetRequests(database, now)),
    },
    {
      name: "platform.forget_named_requests",
      crontab: "37 * * * *",
      run: (now) => forgetNamedRequests(database, new Date(now.getTime() - dayMs)),
    },
    {
      name: "help.forget_unanswered",
      crontab: "17 3 * * *",
      run: (now) => forgetUnanswered(database, now),
    },
    ...accountsJobs(desk),
    rollUpJob(
      database,
      releaseKinds.map(({ name }) => name),
    ),
    verifyLogJob({ verify: (stopping) => verifyInProcess(env, stopping), log, metrics }),
  ];
}
