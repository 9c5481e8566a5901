import { setImmediate as othersTurn } from "node:timers/promises";
import { beginLooks } from "#accounts";
import { normalForm } from "#keys";
import type { EventDraft, Receipt } from "#ledger";
import { type Actor, Groups, type Id, shortTransaction, type Transaction } from "#platform";
import type { AccessRules, VaultDesk } from "../desk.ts";
import { predicateAnswered, revealed } from "../events.ts";
import { fieldTable, kindOf } from "../field.ts";
import type { Grant } from "../grant/index.ts";
import { keepPassLooks, type PassLook } from "../pass-look/index.ts";
import type { Look } from "./asked.ts";
import { factsOf, grantFor } from "./facts.ts";
import { AccessDenied, LogUnavailable, NothingStored } from "./refusals.ts";
import {
  countAndFind,
  countUncontacted,
  type Found,
  takeBack,
  takeBackUncontacted,
} from "./store.ts";

const groupLooksMax = 64;
/** While one group waits for the disk, the next one is on its way. */
const groupsAtOnceMax = 2;

/** What a look gave: the value or the answer, and our signed word that the look is written down. */
export type Shown =
  | { is: "value"; value: string; receipt: Receipt }
  | { is: "answer"; answer: boolean; receipt: Receipt };

type Waiting = { look: Look; resolve(shown: Shown): void; reject(error: unknown): void };

/** A look that is decided and written down, with what it takes to show it. */
type Decided = { look: Look; found: Found; grant: Grant | undefined; rules: readonly string[] } & {
  allowed: boolean;
};

/**
 * Every look at a client's field goes through here: counted, decided and written down in one transaction, and only then
 * decrypted, by the keykeeper, for that event. Looks that come at once share a transaction; those of one viewer or of
 * one client follow each other, so that no budget is passed and each client's chain has one next event.
 */
export class Revealing {
  readonly #desk: VaultDesk;
  readonly #groups: Groups<Waiting>;

  constructor(desk: VaultDesk) {
    this.#desk = desk;
    this.#groups = new Groups({
      groupMax: groupLooksMax,
      atOnceMax: groupsAtOnceMax,
      namesOf: ({ look: { by, client } }) => [by.staff, client],
      run: async (group, release) => {
        await this.#run(group);
        group.forEach(release);
      },
    });
  }

  /**
   * @throws {AccessDenied} {NothingStored} {LogUnavailable} and what the keykeeper throws: the look is written down then,
   * and nothing is shown. {WrongKind} before anything is counted: what was stated is no such value
   */
  async look(look: Look): Promise<Shown> {
    if (look.action === "test" && look.test.is === "equals") {
      normalForm(kindOf[look.field], look.test.value);
    }
    return await new Promise((resolve, reject) => {
      this.#groups.add({ look, resolve, reject });
    });
  }

  async #run(group: readonly Waiting[]): Promise<void> {
    try {
      await this.#commit(group);
    } catch (error) {
      // One bad look must not fail the others of its group; nothing was committed.
      if (group.length > 1) for (const one of group) await this.#run([one]);
      else group[0]?.reject(new LogUnavailable(error));
    }
  }

  /** When this returns, every look of the group is on disk. */
  async #commit(group: readonly Waiting[]): Promise<void> {
    const { database, appender, clock, access } = this.#desk;
    const rules = await access();
    const now = clock();
    const looks = group.map(({ look }) => look);
    const beginning = beginLooks(looks.map(({ by }) => by.staff));
    const work = async (joining: Transaction, last: Transaction) => {
      const { ratio_from_reveals: ratioFrom } = rules.budgets;
      const found = await countAndFind(joining, looks, ratioFrom, now);
      await this.#countUncontacted(joining, looks, found, now);
      const decided = looks.map((look, place) => decide(look, foundAt(found, place), rules, now));
      const refused = decided.filter(({ allowed }) => !allowed);
      await takeBack(joining, looksOf(refused), now);
      await takeBackUncontacted(joining, staffOf(refused.filter(isUncontacted)));
      const entries = decided.map((one) => entryOf(one, rules));
      // What stands on a pass is kept beside its event; without any, the events are the last that there is to say.
      const ending = decided.some(({ grant }) => grant?.is === "break_glass") ? joining : last;
      const together = await appender.appendTogether(entries, now, ending);
      await keepPassLooks(appender, joining, passLooksOf(decided, together.events), now);
      return { decided, together };
    };
    const { decided, together } = await shortTransaction(database, work, [beginning]);
    const receipts = receiptsSoon(together);
    receipts.catch(() => {}); // told to whom something would be shown
    for (const [place, { resolve, reject }] of group.entries()) {
      const [one, event] = [decided[place], together.events[place]];
      if (!one || !event) {
        throw new Error(`the ledger took ${together.events.length} of ${group.length}`);
      }
      this.#show(one, event, receipts).then(resolve, reject);
    }
  }

  /** Its row is held from here on: what somebody else's process counted for this viewer is in it. */
  async #countUncontacted(
    joining: Transaction,
    looks: readonly Look[],
    found: readonly Found[],
    now: Date,
  ): Promise<void> {
    const those = looks
      .map((look, place) => ({ look, found: foundAt(found, place) }))
      .filter((one) => isUncontacted({ ...one, grant: grantFor(one.found, now) }));
    const counts = await countUncontacted(joining, staffOf(those));
    for (const { look, found } of those) {
      found.counted.uncontacted = counts.get(look.by.staff) ?? Number.POSITIVE_INFINITY;
    }
  }

  /** The keykeeper reads the event from the ledger itself, and checks the grant's statement. */
  async #show(
    { look, found, grant, rules, allowed }: Decided,
    event: Id<"event">,
    receipts: Promise<ReceiptsByEvent>,
  ): Promise<Shown> {
    if (!allowed || !grant) throw new AccessDenied(rules, look.action === "test");
    const { client, field } = look;
    if (!found.stored) throw new NothingStored();
    const place = { table: fieldTable, field, client, ...found.stored };
    const evidence = { ...grant.evidence, second: found.second };
    const asked = { ...place, event, evidence };
    if (look.action === "reveal") {
      const value = await this.#desk.keykeeper.decrypt(asked);
      return { is: "value", value, receipt: receiptOf(event, await receipts) };
    }
    const { test } = look;
    const answer = await this.#desk.keykeeper.test({ ...asked, kind: kindOf[field], test });
    return { is: "answer", answer, receipt: receiptOf(event, await receipts) };
  }
}

type ReceiptsByEvent = ReadonlyMap<Id<"event">, Receipt>;

/** Made while the keykeeper works: nothing is shown without its receipt. */
async function receiptsSoon(together: { receipts(): Receipt[] }): Promise<ReceiptsByEvent> {
  await othersTurn();
  try {
    return new Map(together.receipts().map((receipt) => [receipt.event, receipt]));
  } catch (error) {
    throw new LogUnavailable(error);
  }
}

function receiptOf(event: Id<"event">, receipts: ReceiptsByEvent): Receipt {
  const receipt = receipts.get(event);
  if (!receipt) throw new Error(`${event} has no receipt`);
  return receipt;
}

function decide(look: Look, found: Found, rules: AccessRules, now: Date): Decided {
  const { facts, grant } = factsOf(look, found, rules, now);
  const { allowed, rules: named } = rules.policy.decide(facts);
  return { look, found, grant, rules: named, allowed: allowed && grant !== undefined };
}

function entryOf(
  { look, found, grant, rules, allowed }: Decided,
  { policy }: AccessRules,
): { actor: Actor; draft: EventDraft } {
  const { by, client, field, ticket, purpose, reason } = look;
  const grantId = grant && grant.is !== "ticket" ? grant.id : undefined;
  const details = {
    grant: grant?.is ?? "none",
    ...(grantId && { grantId }),
    rules: [...rules],
    policy: policy.edition,
    session: by.session,
    ...(reason && { reason: Buffer.from(reason).toString("base64") }),
  };
  const columns = {
    ...{ client, field, purpose },
    ...(ticket && { ticket }),
    decision: allowed ? ("allow" as const) : ("deny" as const),
  };
  const version = found.stored && { version: found.stored.version };
  const actor = { is: "staff", id: by.staff } as const;
  if (look.action === "reveal") {
    // Where a version stands, it was shown.
    return { actor, draft: { kind: revealed, details, ...columns, ...(allowed && version) } };
  }
  return { actor, draft: testDraft(look, columns, { ...details, ...version }) };
}

function testDraft(
  { test }: Extract<Look, { action: "test" }>,
  columns: object,
  details: object,
): EventDraft {
  const threshold = test.is === "at_least" ? { threshold: test.amount } : {};
  return {
    kind: predicateAnswered,
    details: { ...details, test: test.is, ...threshold },
    ...columns,
  };
}

function foundAt(found: readonly Found[], place: number): Found {
  const one = found[place];
  if (!one) throw new Error(`the facts of look ${place} are missing`);
  return one;
}

function isUncontacted({ look, found, grant }: Pick<Decided, "look" | "found" | "grant">): boolean {
  return look.action === "reveal" && grant?.is === "break_glass" && found.counted.isUncontacted;
}

function passLooksOf(decided: readonly Decided[], events: readonly Id<"event">[]): PassLook[] {
  return decided.flatMap(({ look: { client, field }, grant, allowed }, place) => {
    const event = events[place];
    if (grant?.is !== "break_glass" || !event) return [];
    return [{ client, field, pass: grant.id, allowed, event, seal: grant.seal }];
  });
}

function looksOf(decided: readonly Pick<Decided, "look">[]): Look[] {
  return decided.map(({ look }) => look);
}

function staffOf(decided: readonly Pick<Decided, "look">[]): Id<"staff">[] {
  return decided.map(({ look }) => look.by.staff);
}
