import { erase, liftHold, openEntry, placeHold, sealEntry } from "#ledger";
import { type Id, idFrom, newId, system, type Transaction, transaction, uuidOf } from "#platform";
import { noted, type TestLedger } from "../ledger.ts";

/** Under a legal hold, some until it is lifted. */
const held = ["held", "freed", "unplaced", "unlifted", "gone"];
/** With a sealed entry, some until it is opened or has opened by itself. */
const sealed = ["hidden", "prolonged", "shown", "opened", "unsealed", "unprolonged", "unopened"];

/** Clients under legal holds and with sealed entries, in every state that rows of theirs can have. */
export class KeptClients {
  readonly #ledger: TestLedger;
  readonly #all = new Map<string, { client: Id<"client">; entry: Id<"event"> }>();

  constructor(ledger: TestLedger) {
    this.#ledger = ledger;
  }

  async begin(): Promise<void> {
    const { appender, time } = this.#ledger;
    await each(new Set([...held, ...sealed, "unentered"]), async (name) => {
      const client = newId("client", time.now);
      const draft = { kind: noted, client, details: { note: name } };
      const { event: entry } = await appender.append(system, draft, time.now);
      this.#all.set(name, { client, entry });
    });
    await each(held, (name) => {
      const order = { client: this.#of(name).client, reason: `case ${name}` };
      return this.#do((joined, now) => placeHold(appender, joined, system, order, now));
    });
    await each([...sealed, "unentered", "gone"], (name) => this.#seal(name, "2026-11-22"));
  }

  async goOn(): Promise<void> {
    const { appender } = this.#ledger;
    await each(held.slice(1), async (name) => {
      const hold = await this.#event(name, "ledger.hold_placed");
      const order = { client: this.#of(name).client, hold, reason: "closed" };
      await this.#do((joined, now) => liftHold(appender, joined, system, order, now));
    });
    await this.#seal("hidden", "2026-12-20");
    await each(["prolonged", "unprolonged"], (name) => this.#seal(name, "2026-11-23"));
    await each(["opened", "unopened", "unentered"], (name) =>
      this.#do((joined, now) => openEntry(appender, joined, system, this.#of(name), now)),
    );
  }

  /** On the 24th, when all but one entry have opened. */
  async end(): Promise<void> {
    const erased = [
      ["unplaced", "ledger.hold_placed"],
      ["unlifted", "ledger.hold_lifted"],
      ["unsealed", "ledger.entry_sealed"],
      ["unprolonged", "ledger.entry_sealed"],
      ["unopened", "ledger.entry_opened"],
      ["unentered", "test.noted"],
    ] as const;
    for (const [name, kind] of erased) {
      const order = { client: this.#of(name).client, events: [await this.#event(name, kind)] };
      await this.#erase({ of: "events", ...order });
    }
    await this.#erase({ of: "client", client: this.#of("gone").client });
  }

  async #seal(name: string, until: string): Promise<void> {
    const { appender } = this.#ledger;
    const order = { ...this.#of(name), reason: "investigation", until } as const;
    await this.#do((joined, now) => sealEntry(appender, joined, system, order, now));
  }

  async #erase(order: Parameters<typeof erase>[3]): Promise<void> {
    const { appender } = this.#ledger;
    const options = {
      appender,
      record: async () => {},
      clientErasers: [],
      formerIds: async () => [],
    };
    const desk = { is: "system" } as const;
    await this.#do((joined, now) => erase(options, joined, desk, order, "client_asked", now));
  }

  /** The client's last event of that kind. */
  async #event(name: string, kind: string): Promise<Id<"event">> {
    const { rows } = await this.#ledger.opened.database.query<{ id: string }>(
      "select id from ledger.events where client = $1 and kind = $2 order by client_seq desc limit 1",
      [uuidOf(this.#of(name).client), kind],
    );
    if (!rows[0]) throw new Error(`${name} has no ${kind}`);
    return idFrom("event", rows[0].id);
  }

  #of(name: string) {
    const kept = this.#all.get(name);
    if (!kept) throw new Error(`there is no ${name}`);
    return kept;
  }

  /** Each at a time of its own. */
  async #do(work: (joined: Transaction, now: Date) => Promise<unknown>): Promise<void> {
    const { time, opened } = this.#ledger;
    const now = new Date(time.now.getTime() + 1_000);
    time.now = now;
    await transaction(opened.database, (joined) => work(joined, now));
  }
}

/** One after the other, so that every such log has the same lanes. */
async function each(names: Iterable<string>, work: (name: string) => Promise<void>): Promise<void> {
  for (const name of names) await work(name);
}
