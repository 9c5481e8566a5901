import { releaseApproval } from "./answering/index.ts";
import type { TicketsDesk } from "./desk.ts";
import { Live } from "./live/index.ts";
import { Macros } from "./macro/index.ts";
import { unassignAllOf } from "./ticket/index.ts";
import { Tickets } from "./tickets.ts";
import { endWriting } from "./writing/index.ts";

/** The slice, opened: what its routes work with. */
export type OpenedTickets = { tickets: Tickets; live: Live; macros: Macros };

/**
 * Opens the slice: says what takes two people here, and what a leaver loses.
 * @param macros the folder of prepared answers
 * @throws {BadMacros}
 */
export async function openTickets(desk: TicketsDesk, macros: string): Promise<OpenedTickets> {
  const tickets = new Tickets(desk);
  desk.accounts.approvals.register(releaseApproval(tickets));
  desk.accounts.leaving.onLeave(async (joining, leaver, now) => {
    await unassignAllOf(joining, leaver, now);
    await endWriting(joining, leaver);
  });
  return { tickets, live: new Live(desk.database, desk.clock), macros: await Macros.load(macros) };
}
