import { forEach, type ScheduledJob } from "#platform";
import { closeDue } from "./closing/index.ts";
import type { Accounts } from "./open.ts";
import { forgetChallenges } from "./passkey/index.ts";
import { forgetSignIns } from "./password-sign-in/index.ts";
import { forgetAttempts } from "./provider/index.ts";
import { tellDueRecoveries } from "./recovery/index.ts";
import { settleUnlocked } from "./settings-lock/index.ts";
import { forgetLapsed } from "./sign-in/index.ts";

/** What accounts do by themselves, each at its time. */
export function accountsJobs({
  desk,
  approvals,
}: Pick<Accounts, "desk" | "approvals">): ScheduledJob[] {
  const { database } = desk;
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
    {
      name: "accounts.forget_sign_ins",
      crontab: "*/30 * * * *",
      run: (now) => forgetSignIns(database, now),
    },
    {
      name: "accounts.forget_provider_attempts",
      crontab: "*/10 * * * *",
      run: (now) => forgetAttempts(database, now),
    },
    {
      name: "accounts.expire_approvals",
      crontab: "* * * * *",
      run: async (now) => void (await approvals.expire(now)),
    },
    {
      name: "accounts.settle_delays",
      crontab: "* * * * *",
      run: async (now) => {
        await forEach([tellDueRecoveries, closeDue, settleUnlocked], (settle) => settle(desk, now));
      },
    },
  ];
}
