import { releaseApproval } from "./answering/index.ts";
import { recordProvenApproach } from "./approach/index.ts";
import { forgetMember } from "./assignment/index.ts";
import type { TicketsDesk } from "./desk.ts";
import { Live } from "./live/index.ts";
import { Macros } from "./macro/index.ts";
import { Reports, type ReportsOptions } from "./report/index.ts";
import { saveTicket } from "./saving.ts";
import { holdTicketsOf } from "./ticket/index.ts";
import { Tickets } from "./tickets.ts";
import { tellingAppender } from "./webhook/index.ts";
import { endWriting } from "./writing/index.ts";

/** The slice, opened: what its routes work with. */
export type OpenedTickets = {
  tickets: Tickets;
  live: Live;
  macros: Macros;
  reports: Reports;
};

/**
 * Opens the slice: says what takes two people here, and what a leaver loses.
 * @param macros the folder of prepared answers
 * @throws {BadMacros}
 */
export async function openTickets(
  desk: TicketsDesk,
  macros: string,
  reporting: ReportsOptions,
): Promise<OpenedTickets> {
  const tickets = new Tickets({ ...desk, appender: tellingAppender(desk.appender) });
  const reports = new Reports(tickets, reporting);
  tickets.onProving = async (question, asked) => {
    const examined = question.topic === "scam" ? await reports.examine(question, asked) : undefined;
    return async (joining, ticket, now) => {
      if (examined) await reports.recordProven(joining, ticket, examined, now);
      await recordProvenApproach(tickets, joining, ticket, now);
    };
  };
  desk.accounts.approvals.register(releaseApproval(tickets));
  desk.accounts.leaving.onLeave(async (joining, leaver, now) => {
    for (const ticket of await holdTicketsOf(joining, leaver)) {
      await saveTicket(tickets.desk, joining, ticket, { ...ticket, assignee: undefined }, now);
    }
    await forgetMember(joining, leaver);
    await endWriting(joining, leaver);
  });
  const live = new Live(desk.database, desk.clock);
  return { tickets, live, macros: await Macros.load(macros), reports };
}
