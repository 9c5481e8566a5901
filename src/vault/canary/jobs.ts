import type { ScheduledJob } from "#platform";
import type { OpenedTickets } from "#tickets";
import { writeIn } from "./contact.ts";
import type { CanaryDesk } from "./desk.ts";
import { giveToJoiners } from "./giving.ts";

/** What canaries do by themselves. */
export function canaryJobs(desk: CanaryDesk, tickets: OpenedTickets["tickets"]): ScheduledJob[] {
  return [
    {
      name: "vault.canaries",
      crontab: "* * * * *",
      run: async (now) => {
        await giveToJoiners(desk, now);
        await writeIn({ database: desk.database, tickets }, now);
      },
    },
  ];
}
