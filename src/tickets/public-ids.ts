import { accountOf } from "#accounts";
import type { Database } from "#platform";
import type { Ticket } from "./ticket/index.ts";

/** The public account ids of tickets' clients; guests have none. */
export async function publicIds(database: Database, tickets: readonly Ticket[]) {
  const clients = new Set(
    tickets.flatMap(({ requester }) => (requester.is === "client" ? requester.id : [])),
  );
  const found = await Promise.all(
    [...clients].map(async (client) => {
      const account = await accountOf(database, client);
      return [client, account?.publicId ?? ""] as const;
    }),
  );
  return new Map(found);
}
