import type { Child } from "hono/jsx";
import type { HttpContext } from "#platform";
import type { Ticket } from "./ticket/index.ts";

/** What another slice shows on the page of a ticket; undefined for nothing. */
export type Beside = (context: HttpContext, ticket: Ticket) => Promise<Child | undefined>;

export type Besides = {
  /** Beside the conversation, on the desk's page. */
  desk: Beside;
  /** Above it, on the page of the client who asked. */
  own: Beside;
  /** What the form of a scam report is filled with: the facts of what the address names, which the reader knows anyway. */
  report(context: HttpContext): Promise<string | undefined>;
};
