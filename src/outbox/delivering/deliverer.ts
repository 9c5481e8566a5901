import { setTimeout as sleep } from "node:timers/promises";
import type { Keykeeper } from "#keys";
import type { Appender } from "#ledger";
import {
  type Clock,
  type Database,
  dayMs,
  HoldfastError,
  type Id,
  type Log,
  messageOf,
  system,
  transaction,
} from "#platform";
import { bounced, deliveryAttempted, givenUp } from "../events.ts";
import type { Reader } from "../reader.ts";
import type { Outcome, Sender, Thread } from "./mail.ts";
import { type Delivery, endDelivery, expireDelivery, retryDelivery, takeDue } from "./store.ts";

const pollMs = 1_000;
const batchMax = 5;
/** Longer than a try may take: nobody else takes a mail that is still under way. */
const leaseMs = 300_000;
const attemptMsMax = 120_000;
const waitMsMin = 2_000;
const waitMsMax = 240_000;
const giveUpMs = 3 * dayMs;

export type DelivererOptions = {
  database: Database;
  appender: Appender;
  keykeeper: Pick<Keykeeper, "decrypt">;
  reader: Reader;
  sender: Sender;
  clock: Clock;
  log: Log;
  /** By what answers to mails about a ticket find it; without it nobody answers by mail. */
  threadOf?(ticket: Id<"ticket">): Thread;
};

/**
 * Hands over mail, in the role `worker`; several may run. Each try is an event before the address is decrypted. A worker
 * that is killed leaves its mails to others when the lease is over: one that the server had taken by then is sent a
 * second time, with the same Message-ID. Nothing else is sent twice, and nothing is lost.
 */
export class Deliverer {
  readonly #options: DelivererOptions;
  /** While the server is away nothing is tried, so no address is decrypted in vain: one look each `wait`. */
  #away: { tries: number; lookAt: Date } | undefined;

  constructor(options: DelivererOptions) {
    this.#options = options;
  }

  /** Delivers until it is told to stop; what is under way then is finished. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.deliverDue(signal).catch((error) => this.#tell(error));
      await sleep(pollMs, undefined, { signal }).catch(() => {});
    }
  }

  /** One look: tries everything that is due. @returns how many mails it tried */
  async deliverDue(signal?: AbortSignal): Promise<number> {
    const { database, clock } = this.#options;
    while (!signal?.aborted && (await this.#giveUpOne()));
    if (!(await this.#isServerThere())) return 0;
    for (let tried = 0; ; ) {
      const now = clock();
      const batch = await takeDue(database, now, after(now, leaseMs), batchMax);
      await Promise.all(batch.map((delivery) => this.#deliver(delivery)));
      tried += batch.length;
      if (batch.length === 0 || this.#away || signal?.aborted) return tried;
    }
  }

  /** Gives up one mail that was tried for too long, with its event. @returns whether there was one */
  async #giveUpOne(): Promise<boolean> {
    const { database, appender, clock, log } = this.#options;
    const now = clock();
    return await transaction(database, async (joining) => {
      const expired = await expireDelivery(joining, before(now, giveUpMs), now);
      if (!expired) return false;
      const { client, message: notice, attempts } = expired;
      await appender.append(
        system,
        { kind: givenUp, client, details: { notice, attempts } },
        now,
        joining,
      );
      log.warn({ part: "mail", notice, attempts }, "mail was given up");
      return true;
    });
  }

  async #isServerThere(): Promise<boolean> {
    const { clock, sender, log } = this.#options;
    if (!this.#away) return true;
    if (clock() < this.#away.lookAt) return false;
    if (await sender.isReady()) {
      log.info({ part: "mail", tries: this.#away.tries }, "the mail server is there again");
      this.#away = undefined;
      return true;
    }
    this.#noteAway();
    return false;
  }

  #noteAway(): void {
    const tries = (this.#away?.tries ?? 0) + 1;
    this.#away = { tries, lookAt: after(this.#options.clock(), waitMs(tries)) };
  }

  async #deliver(delivery: Delivery): Promise<void> {
    try {
      await this.#settle(delivery, await this.#attempt(delivery));
    } catch (error) {
      this.#tell(error); // the lease ends, and it is tried again
    }
  }

  /** Log before key: the event is committed before the keykeeper is asked. */
  async #attempt({
    client,
    message,
    email,
    ticket,
    attempt,
  }: Delivery): Promise<Outcome | "shredded"> {
    const { appender, keykeeper, reader, sender, clock } = this.#options;
    const { table, field, version, ciphertext } = email;
    const thread = ticket && this.#options.threadOf?.(ticket);
    const sent = await reader.find({ is: "client", id: client }, message);
    if (!sent?.words) throw new Error(`${message} has no words to send`);
    const details = { notice: message, attempt, version };
    const columns = { client, field, decision: "allow" as const };
    const draft = { kind: deliveryAttempted, ...columns, details };
    const { event } = await appender.append(system, draft, clock());
    let to: string;
    try {
      to = await keykeeper.decrypt({ event, table, field, client, version, ciphertext });
    } catch (error) {
      if (error instanceof HoldfastError && error.code === "client_shredded") return "shredded";
      throw error;
    }
    const { subject, text, calendar } = sent.words;
    const { firm, registeredAt: sentAt } = sent;
    const mail = { notice: message, to, firm, subject, text, calendar, sentAt, thread };
    return await sender.send(mail, AbortSignal.timeout(attemptMsMax));
  }

  async #settle(delivery: Delivery, outcome: Outcome | "shredded"): Promise<void> {
    const { database, clock, log } = this.#options;
    const { message, attempt } = delivery;
    const now = clock();
    if (outcome === "shredded") {
      await endDelivery(database, delivery, "shredded", undefined, now);
      return;
    }
    switch (outcome.is) {
      case "accepted":
        await endDelivery(database, delivery, "accepted", undefined, now);
        return;
      case "refused":
        await this.#refused(delivery, outcome.status, now);
        return;
      case "failed":
        if (outcome.isServerAway) this.#noteAway();
        log.warn({ part: "mail", notice: message, attempt, status: outcome.status }, "mail waits");
        await retryDelivery(database, delivery, outcome.status, after(now, waitMs(attempt)));
        return;
    }
  }

  async #refused(delivery: Delivery, status: string, now: Date): Promise<void> {
    const { database, appender } = this.#options;
    const { client, message } = delivery;
    await transaction(database, async (joining) => {
      if (!(await endDelivery(joining, delivery, "refused", status, now))) return;
      const draft = { kind: bounced, client, details: { notice: message, status } };
      await appender.append(system, draft, now, joining);
    });
  }

  #tell(error: unknown): void {
    const code = error instanceof HoldfastError ? error.code : undefined;
    this.#options.log.error({ part: "mail", code, error: messageOf(error) }, "mail waits");
  }
}

/** Twice as long each time, up to four minutes. */
function waitMs(tries: number): number {
  return Math.min(waitMsMin * 2 ** Math.min(tries - 1, 10), waitMsMax);
}

function after(moment: Date, ms: number): Date {
  return new Date(moment.getTime() + ms);
}

function before(moment: Date, ms: number): Date {
  return new Date(moment.getTime() - ms);
}
