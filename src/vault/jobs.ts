import type { ScheduledJob } from "#platform";
import { tellClients } from "./looks/index.ts";
import type { Vault } from "./open.ts";

/** What the vault does by itself, each at its time. */
export function vaultJobs({ desk }: Pick<Vault, "desk">): ScheduledJob[] {
  return [
    {
      name: "vault.tell_clients",
      crontab: "* * * * *",
      run: (now) => tellClients(desk, now),
    },
  ];
}
