import { dayMs, type ScheduledJob } from "#platform";
import { passOnLeft } from "./booking/index.ts";
import { endPassedCalls, forgetTold } from "./ending/index.ts";
import type { Calls } from "./open.ts";

const toldMs = dayMs;

/** What calls do by themselves, each at its time. */
export function callsJobs({ desk }: Calls): ScheduledJob[] {
  return [
    {
      name: "calls.end_passed",
      crontab: "* * * * *",
      run: (now) => endPassedCalls(desk, now),
    },
    {
      name: "calls.pass_on_left",
      crontab: "* * * * *",
      run: (now) => passOnLeft(desk, now),
    },
    {
      name: "calls.forget_told",
      crontab: "29 * * * *",
      run: (now) => forgetTold(desk.database, new Date(now.getTime() - toldMs)),
    },
  ];
}
