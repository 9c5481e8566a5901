import { createHmac } from "node:crypto";
import { type HttpContext, namedRequest, once, type Transaction } from "#platform";
import type { Tickets } from "./tickets.ts";

/** What a client may write in tickets. */
export const ticketMessages = { name: "ticket_messages", requestsMax: 60, windowSeconds: 3_600 };

/**
 * Does a client's request once, however often it is sent under one `Idempotency-Key`. What is kept of the request is
 * keyed: a plain hash of what somebody typed would let a password in it be guessed.
 * @returns what the work gave, now or the first time
 * @throws {IdempotencyKeyReused} {TooManyRequests}
 */
export async function onceOfClient(
  { desk }: Tickets,
  context: HttpContext,
  client: string,
  inTransaction: (joining: Transaction) => Promise<string>,
): Promise<string> {
  const { accounts, database, clock } = desk;
  const named = await namedRequest(context, client);
  const hidden = named && {
    ...named,
    requestHash: createHmac("sha256", accounts.desk.key)
      .update("holdfast/tickets/request/1\0")
      .update(named.requestHash)
      .digest(),
  };
  const beforehand = () => accounts.desk.limits(ticketMessages)(client);
  const given = await once(database, hidden, clock(), { beforehand, inTransaction });
  if (given === undefined) throw new Error("the work gave nothing");
  return given;
}
