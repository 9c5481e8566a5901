import type { ClientSession } from "#accounts";
import type { Clock, Database, Id } from "#platform";
import { type CallStatus, statusOf } from "./status.ts";
import { knownOf } from "./store.ts";

/** An open page of a client. */
export type Watcher = {
  session: Pick<ClientSession, "id" | "holder">;
  /** The status as it is: when it changes, and again and again, since a page that hears nothing knows nothing. */
  tell(status: CallStatus): void;
  /** The session is over, or the desk stops. */
  end(): void;
};

/** What every open page of a client is told of calls right now. */
export class LiveStatus {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /** What is true now, straight from the database. */
  async now(client: Id<"client">): Promise<CallStatus> {
    const known = (await knownOf(this.#database, [client])).get(client);
    const nothing = { newest: undefined, claim: undefined, next: undefined };
    return statusOf(known ?? nothing, this.#clock()).status;
  }
}
