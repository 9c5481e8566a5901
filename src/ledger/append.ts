import { type KeyObject, randomBytes } from "node:crypto";
import {
  type Actor,
  type Database,
  Groups,
  type Id,
  isDatabaseAway,
  newId,
  type Queryable,
  type Transaction,
  uuidOf,
} from "#platform";
import { commitmentOf, leafOf, saltsFrom } from "./encoding.ts";
import { type EventDraft, type EventKind, eventFrom } from "./event.ts";
import { type Receipt, signReceipts } from "./receipt.ts";
import { type Appended, appendEvents, type Salted } from "./store.ts";

const seedBytes = 32;
const groupEventsMax = 256;
/** While one group waits for the disk, the next ones are on their way. Measured: two are slower, four no quicker. */
const groupsAtOnceMax = 3;

type AppenderOptions = {
  database: Database;
  /** Signs receipts: Ed25519. */
  receiptKey: KeyObject;
  /** The closed set of what may be appended: every slice's kinds, joined by src/server.ts. */
  kinds: readonly EventKind[];
  now: Date;
};

type Waiting = Salted & {
  resolve(receipt: Receipt): void;
  reject(error: unknown): void;
};

/** Events that one statement appended, in the order of what was given. */
export type Together = {
  events: readonly Id<"event">[];
  /**
   * Receipts mean nothing until the transaction commits. Making them takes a while: who has other work to give away gives it
   * away first. Throws when the database committed to something else.
   */
  receipts(): Receipt[];
};

/** The only writer of events. One a process: it is what makes concurrent appends one statement. */
export class Appender {
  readonly #database: Database;
  readonly #receiptKey: KeyObject;
  readonly #kinds: ReadonlyMap<string, EventKind>;
  /** Names the lanes of this process in the database; see `ledger.instances`. */
  readonly #writer: string;
  readonly #groups: Groups<Waiting>;

  constructor({ database, receiptKey, kinds, now }: AppenderOptions) {
    this.#database = database;
    this.#receiptKey = receiptKey;
    this.#kinds = kindsByName(kinds);
    this.#writer = uuidOf(newId("writer", now));
    this.#groups = new Groups({
      groupMax: groupEventsMax,
      atOnceMax: groupsAtOnceMax,
      // A client's next event holds the hash of the one before, and waits for it.
      namesOf: ({ event: { client } }) => (client ? [client] : []),
      run: (group, release) => this.#appendGroup(group, release),
    });
  }

  /**
   * Commits an event and answers with a signed receipt: when this returns, the event is on disk. With `joining` it is
   * committed, or not, with the caller's transaction, and other events of the same client wait for that transaction:
   * append last. It throws for a draft that its kind doesn't allow.
   */
  async append<Details>(
    actor: Actor,
    draft: EventDraft<Details>,
    now: Date,
    joining?: Transaction,
  ): Promise<Receipt> {
    this.#requireKind(draft);
    const salted = { event: eventFrom(actor, draft, now), seed: randomBytes(seedBytes) };
    if (joining) return await this.#appendPatiently(joining, salted);
    return await new Promise((resolve, reject) => {
      this.#groups.add({ ...salted, resolve, reject });
    });
  }

  /** Appends several events in one statement of the caller's transaction, at most one of each client. */
  async appendTogether(
    entries: readonly { actor: Actor; draft: EventDraft }[],
    now: Date,
    joining: Transaction,
  ): Promise<Together> {
    const seeds = randomBytes(seedBytes * entries.length); // drawn at once: each draw costs more than its bytes
    const salted = entries.map(({ actor, draft }, place) => {
      this.#requireKind(draft);
      const seed = seeds.subarray(seedBytes * place, seedBytes * (place + 1));
      return { event: eventFrom(actor, draft, now), seed };
    });
    const clients = salted.flatMap(({ event }) => event.client ?? []);
    if (new Set(clients).size < clients.length) {
      throw new Error("two events of one client can't be appended in one statement");
    }
    const appended = await appendEvents(joining, this.#writer, true, salted);
    return {
      events: salted.map(({ event }) => event.id),
      receipts: () => {
        const receipts = this.#receiptsFor(salted, appended);
        return salted.map((one) => receiptIn(receipts, one));
      },
    };
  }

  #requireKind(draft: EventDraft): void {
    if (this.#kinds.get(draft.kind.name) === draft.kind) return;
    throw new Error(`${draft.kind.name} is not among the kinds that the ledger was opened with`);
  }

  async #appendGroup(
    group: readonly Waiting[],
    release: (waiting: Waiting) => void,
  ): Promise<void> {
    const settle = async (waiting: Waiting, give: () => Promise<Receipt>) => {
      try {
        waiting.resolve(await give());
      } catch (error) {
        waiting.reject(error);
      } finally {
        release(waiting);
      }
    };
    try {
      const appended = await appendEvents(this.#database, this.#writer, false, group);
      const taken = new Set(appended.map(({ id }) => id));
      const receipts = Promise.try(() => this.#receiptsFor(group, appended));
      for (const waiting of group) {
        const isTaken = taken.has(waiting.event.id);
        // If not, another transaction holds its client's chain. It waits for that, the group doesn't.
        void settle(waiting, async () =>
          isTaken
            ? receiptIn(await receipts, waiting)
            : await this.#appendPatiently(this.#database, waiting),
        );
      }
    } catch (error) {
      for (const waiting of group) {
        void settle(waiting, () => this.#appendAfter(error, waiting));
      }
    }
  }

  /** One bad event must not fail the others of its group. */
  async #appendAfter(error: unknown, waiting: Waiting): Promise<Receipt> {
    // After a lost connection nobody knows what was committed: an event may be there that nobody was told of.
    if (isDatabaseAway(error)) throw error;
    return await this.#appendPatiently(this.#database, waiting);
  }

  async #appendPatiently(queryable: Queryable, salted: Salted): Promise<Receipt> {
    const appended = await appendEvents(queryable, this.#writer, true, [salted]);
    return receiptIn(this.#receiptsFor([salted], appended), salted);
  }

  #receiptsFor(group: readonly Salted[], appended: readonly Appended[]): Map<string, Receipt> {
    const salted = new Map(group.map((one) => [one.event.id, one]));
    const places = [...appended].sort((one, other) => one.instanceSeq - other.instanceSeq);
    const unsigned = places.map((place) => {
      const one = salted.get(place.id);
      if (!one) throw new Error(`the ledger took ${place.id}, which nobody appended`);
      const { id: event, instance, instanceSeq } = place;
      return { event, leaf: checkedLeaf(one, place), instance, instanceSeq };
    });
    const receipts = signReceipts(this.#receiptKey, unsigned);
    return new Map(receipts.map((receipt) => [receipt.event, receipt]));
  }
}

function receiptIn(receipts: ReadonlyMap<string, Receipt>, { event }: Salted): Receipt {
  const receipt = receipts.get(event.id);
  if (!receipt) throw new Error(`the ledger took no ${event.kind}`);
  return receipt;
}

/** The leaf of an event as we hash it. Throws when the database committed to something else. */
function checkedLeaf({ event, seed }: Salted, { commitment, id: _id, ...place }: Appended) {
  const salts = saltsFrom(seed);
  const actorPart = { actor: event.actor, salt: salts.actor };
  const ours = commitmentOf(salts.event, { ...event, ...place, actorPart });
  if (Buffer.from(commitment).equals(ours)) return leafOf(ours);
  throw new Error(`the database committed to another ${event.kind} than ${event.id}`);
}

function kindsByName(kinds: readonly EventKind[]): Map<string, EventKind> {
  const byName = new Map(kinds.map((kind) => [kind.name, kind]));
  if (byName.size < kinds.length) throw new Error("two kinds of event have one name");
  return byName;
}
