import type { Database, ScheduledJob } from "#platform";
import { forgetChallenges } from "./passkey/index.ts";
import { forgetLapsed } from "./sign-in/index.ts";

/** What accounts do by themselves, each at its time. */
export function accountsJobs(database: Database): ScheduledJob[] {
  return [
    {
      name: "accounts.forget_challenges",
      crontab: "*/10 * * * *",
      run: (now) => forgetChallenges(database, now),
    },
    {
      name: "accounts.forget_lapsed",
      crontab: "*/30 * * * *",
      run: (now) => forgetLapsed(database, now),
    },
  ];
}
