import { analyseReport } from "#guard";
import type { Ticket } from "../ticket/index.ts";

/**
 * Whether somebody offers money for access or data in a message to support, or in its text files. What couldn't be read counts as an offer:
 * then a lead looks at it, and no harm is done.
 */
export function holdsOffer(text: string): boolean {
  try {
    return analyseReport(text).signals.some(({ code }) => code === "bribe_offer");
  } catch {
    return true; // the error may hold words of the message
  }
}

/** The ticket in the leads' queue: no agent is alone with an offer, or can keep it. */
export function forLeads(ticket: Ticket): Ticket {
  return { ...ticket, queue: "leads", assignee: undefined };
}
