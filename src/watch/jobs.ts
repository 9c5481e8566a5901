import { forEach, type ScheduledJob } from "#platform";
import { look } from "./case/index.ts";
import { finishBegun } from "./containment/index.ts";
import type { Watch } from "./open.ts";

/** What watch does by itself. */
export function watchJobs({ desk }: Watch): ScheduledJob[] {
  return [
    {
      name: "watch.look",
      crontab: "* * * * *",
      run: (now) => forEach([finishBegun, look], (work) => work(desk, now)),
    },
  ];
}
