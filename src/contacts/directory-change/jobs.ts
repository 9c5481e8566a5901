import type { ScheduledJob } from "#platform";
import type { DirectoryChanges } from "./directory-changes.ts";

/** Publishes what two people agreed to, when its delay is over. */
export function directoryJobs(changes: Pick<DirectoryChanges, "publishDue">): ScheduledJob[] {
  return [
    {
      name: "contacts.publish_directory",
      crontab: "* * * * *",
      run: async (now) => void (await changes.publishDue(now)),
    },
  ];
}
