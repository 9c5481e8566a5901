import { setTimeout as pause } from "node:timers/promises";
import type { ScheduledJob } from "#platform";
import type { OpenedTickets } from "#tickets";
import { type Waiting, writeIn } from "./contact.ts";
import type { CanaryDesk } from "./desk.ts";
import { giveToJoiners } from "./giving.ts";

const waiting: Waiting = (ms, signal) => pause(ms, undefined, { signal });

/** What canaries do by themselves. */
export function canaryJobs(
  desk: CanaryDesk,
  tickets: OpenedTickets["tickets"],
  wait: Waiting = waiting,
): ScheduledJob[] {
  const { database } = desk;
  return [
    {
      name: "vault.canaries",
      crontab: "* * * * *",
      run: async (now) => void (await giveToJoiners(desk, now)),
    },
    {
      name: "vault.canaries_write_in",
      crontab: "* * * * *",
      run: async (now, stopping) =>
        void (await writeIn({ database, tickets, wait }, now, stopping)),
    },
  ];
}
