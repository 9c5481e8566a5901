import type { Permit } from "#keys";
import { deliveryAttempted } from "./events.ts";

/** To hand over a mail the desk reads one version of one client's address, once for each event. Nothing else is read. */
export const outboxPermits: readonly Permit[] = [
  {
    kind: deliveryAttempted.name,
    act: "decrypt",
    table: "accounts.emails",
    isShown: false,
    check: async () => {},
  },
];
