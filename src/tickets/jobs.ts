import { dayMs, forEach, type ScheduledJob, system, transaction } from "#platform";
import { assignWaiting } from "./assignment/index.ts";
import { forgetUploads } from "./attachment/index.ts";
import type { TicketsDesk } from "./desk.ts";
import { forgetUnproven } from "./guest/index.ts";
import { forgetMails } from "./mail/index.ts";
import { shredStopped } from "./message/index.ts";
import { type SavingDesk, saveTicket } from "./saving.ts";
import { closedByTime, holdTicket, solvedBefore } from "./ticket/index.ts";
import { forgetWebhookMessages } from "./webhook/index.ts";

/** How long a solved ticket can be opened again by a word of its requester. */
const solvedMs = 14 * dayMs;
/** A mail server gives up a mail long before. */
const seenMs = 30 * dayMs;
/** How long a stopped answer waits for its release. */
const stoppedMs = 7 * dayMs;
/** Until when it can be seen what webhooks were told. */
const toldMs = 30 * dayMs;
const closedAtOnceMax = 200;

/** What tickets do by themselves, each at its time. */
export function ticketsJobs(desk: Parameters<typeof assignWaiting>[0]): ScheduledJob[] {
  return [
    {
      name: "tickets.assign_waiting",
      crontab: "* * * * *",
      run: (now) => assignWaiting(desk, now),
    },
    {
      name: "tickets.close_solved",
      crontab: "23 * * * *",
      run: (now) => closeSolved(desk, now),
    },
    {
      name: "tickets.forget_unproven",
      crontab: "*/30 * * * *",
      run: async (now) => {
        await forgetUnproven(desk.database, now);
        await forgetUploads(desk.database, now);
        await shredStopped(desk.database, new Date(now.getTime() - stoppedMs));
      },
    },
    {
      name: "tickets.forget_mails",
      crontab: "41 4 * * *",
      run: (now) => forgetMails(desk.database, new Date(now.getTime() - seenMs)),
    },
    {
      name: "tickets.forget_webhook_messages",
      crontab: "53 4 * * *",
      run: (now) => forgetWebhookMessages(desk.database, new Date(now.getTime() - toldMs)),
    },
  ];
}

/** Closes what was solved long ago. */
export async function closeSolved(
  desk: Pick<TicketsDesk, "database"> & SavingDesk,
  now: Date,
): Promise<void> {
  const before = new Date(now.getTime() - solvedMs);
  const { database } = desk;
  await forEach(await solvedBefore(database, before, closedAtOnceMax), (found) =>
    transaction(database, async (joining) => {
      const ticket = await holdTicket(joining, found);
      const status = closedByTime(ticket.status, system, now);
      if (status === ticket.status) return;
      await saveTicket(desk, joining, ticket, { ...ticket, status }, now);
    }),
  );
}
