import { accountsEventKinds } from "#accounts";
import { briefsEventKinds } from "#briefs";
import { callsEventKinds } from "#calls";
import { contactsEventKinds } from "#contacts";
import { type EventKind, ledgerEventKinds } from "#ledger";
import { outboxEventKinds } from "#outbox";
import { policyEventKinds } from "#policy";
import { ticketsEventKinds, ticketsReleaseKinds } from "#tickets";
import { scopeEventKinds, traceEventKinds } from "#trace";
import { vaultEventKinds, vaultReleaseKinds } from "#vault";
import { watchEventKinds } from "#watch";

/** Every kind of event that the desk appends: a closed set, joined from the slices. */
export const eventKinds: readonly EventKind[] = [
  ...ledgerEventKinds,
  ...policyEventKinds,
  ...outboxEventKinds,
  ...accountsEventKinds,
  ...contactsEventKinds,
  ...ticketsEventKinds,
  ...vaultEventKinds,
  ...callsEventKinds,
  ...watchEventKinds,
  ...traceEventKinds,
  ...scopeEventKinds,
  ...briefsEventKinds,
];

/** The kinds by which staff are shown something of a client: what attribution counts. */
export const releaseKinds: readonly EventKind[] = [...ticketsReleaseKinds, ...vaultReleaseKinds];
