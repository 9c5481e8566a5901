import type { KeyObject } from "node:crypto";
import { accountsJobs } from "#accounts";
import { callsJobs } from "#calls";
import { directoryJobs } from "#contacts";
import { forgetUnanswered } from "#help";
import { rollUpJob, verifyLogJob } from "#ledger";
import {
  type CommandContext,
  type Database,
  dayMs,
  forgetNamedRequests,
  forgetRequests,
  type Log,
  type Metrics,
  type ScheduledJob,
} from "#platform";
import { ticketsJobs } from "#tickets";
import { canaryJobs, decoyKey, vaultJobs } from "#vault";
import { watchJobs } from "#watch";
import { releaseKinds } from "./event-kinds.ts";
import type { Site } from "./site.ts";
import { verifyInProcess } from "./verify-process.ts";

export type ScheduledJobsOptions = {
  database: Database;
  log: Log;
  metrics: Metrics;
  /** The settings, as the commands that it runs are given them. */
  env: CommandContext["env"];
  accountsKey: KeyObject;
};

type Worked = Pick<Site, "accounts" | "changes" | "tickets" | "vault" | "calls" | "watch">;

/** Everything that the role `worker` does, each at its time. */
export function scheduledJobs(options: ScheduledJobsOptions, site: Worked): ScheduledJob[] {
  const { database, log, metrics, env, accountsKey } = options;
  const { accounts, changes, tickets, vault, calls, watch } = site;
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
    ...accountsJobs(accounts),
    ...directoryJobs(changes),
    ...ticketsJobs(tickets.tickets.desk),
    ...vaultJobs(vault),
    ...canaryJobs({ ...vault.desk, key: decoyKey(accountsKey) }, tickets.tickets),
    ...callsJobs(calls),
    ...watchJobs(watch),
    rollUpJob(
      database,
      releaseKinds.map(({ name }) => name),
    ),
    verifyLogJob({ verify: (stopping) => verifyInProcess(env, stopping), log, metrics }),
  ];
}
