import assert from "node:assert/strict";
import type pg from "pg";
import type { Keykeeper } from "#keys";
import { type Database, uuidOf } from "#platform";
import { type Look, openVault, type Vault } from "#vault";
import { keepTestField, openTestContact } from "./contact.ts";
import type { TestSite } from "./site.ts";

/** What breaks: the connection at one of its journeys, or the keykeeper; before it acted, or after, when nobody hears of it. */
type Failpoint = { at: "database" | "keykeeper"; place: number; when: "before" | "after" };

/** One more than a look makes (up to what the rules must know, then the event with the commit): some go through. */
const journeysMax = 3;

class Broken extends Error {}

/** A query that tells its sender by a callback. */
type Sent = pg.Submittable & { callback(error: Error | null, results?: unknown): void };

/**
 * Breaks looks at random places, and then counts: whatever was shown has its committed event, and no event was used for
 * two views. What was written down and not shown is as it must be: log before key.
 * @returns how many looks were shown in spite of it
 */
export async function breakLooks(
  site: TestSite,
  looks: number,
  random: () => number,
): Promise<number> {
  const { agent, client, ticket } = await openTestContact(site);
  await keepTestField(site, client.client, "name", "Noor Example");
  const look: Look = {
    by: { ...agent, employer: "firm", offShift: false, stepUp: false },
    ...{ client: client.client, ticket, field: "name", purpose: "account_help", action: "reveal" },
  };
  const shown: string[] = [];
  for (let round = 0; round < looks; round++) {
    const point: Failpoint = {
      at: random() < 0.8 ? "database" : "keykeeper",
      place: Math.floor(random() * journeysMax),
      when: random() < 0.5 ? "before" : "after",
    };
    const outcome = await broken(site.vault, point)
      .revealing.look(look)
      .catch(() => undefined);
    if (outcome) shown.push(outcome.receipt.event);
  }
  assert.equal(new Set(shown).size, shown.length, "one event, two views");
  const { rows } = await site.opened.database.query<{ id: string }>(
    "select id from ledger.events where client = $1 and kind = 'vault.revealed' and decision = 'allow'",
    [uuidOf(client.client)],
  );
  const committed = new Set(rows.map(({ id }) => id));
  const unwritten = shown.filter((event) => !committed.has(uuidOf(event as `event_${string}`)));
  assert.deepEqual(unwritten, [], "shown without an event");
  return shown.length;
}

/** The same vault, in which one thing breaks. Budgets are as large as they can be. */
function broken({ desk }: Vault, { at, place, when }: Failpoint): Vault {
  return openVault({
    ...desk,
    access: async () => {
      const rules = await desk.access();
      const budgets = { ...rules.budgets };
      for (const name of Object.keys(budgets) as (keyof typeof budgets)[]) budgets[name] = 1e9;
      return { ...rules, budgets };
    },
    ...(at === "database" && { database: breakingDatabase(desk.database, place, when) }),
    ...(at === "keykeeper" && { keykeeper: breakingKeykeeper(desk.keykeeper, when) }),
  });
}

/** A pool whose connections are cut at one journey, as by a kill of the database or of the line to it. */
function breakingDatabase(database: Database, place: number, when: Failpoint["when"]): Database {
  const connect = async () => {
    const client = await database.connect();
    let count = 0;
    const query = (asked: string | Sent) => {
      if (typeof asked === "string") return client.query(asked); // the rollback
      const { callback: told } = asked;
      const isHere = count++ === place;
      if (isHere && when === "before") return told(new Broken());
      if (isHere) asked.callback = () => told(new Broken());
      return client.query(asked);
    };
    // What isn't committed by then is rolled back by the server, whose client is gone.
    return { query, release: () => client.release(new Broken()) };
  };
  return { connect, query: database.query.bind(database) } as unknown as Database;
}

function breakingKeykeeper(keykeeper: Keykeeper, when: Failpoint["when"]): Keykeeper {
  return new Proxy(keykeeper, {
    get: (target, name) => {
      if (name !== "decrypt") return Reflect.get(target, name);
      return async (...asked: Parameters<Keykeeper["decrypt"]>) => {
        if (when === "after") await target.decrypt(...asked);
        throw new Broken();
      };
    },
  });
}
