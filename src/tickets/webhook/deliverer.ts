import { setTimeout as sleep } from "node:timers/promises";
import type { Appender } from "#ledger";
import {
  type Clock,
  type Database,
  type Id,
  type Log,
  messageOf,
  signedHeaders,
  system,
  transaction,
} from "#platform";
import { webhookGivenUp } from "./events.ts";
import { end } from "./registering.ts";
import type { Post } from "./routes-post.ts";
import type { WebhookSealing } from "./signature.ts";
import {
  type DueWebhook,
  dueWebhooks,
  endWebhookDelivery,
  retryWebhookDelivery,
  takeDeliveries,
  type WebhookDelivery,
} from "./store.ts";

const pollMs = 1_000;
const atOnceMax = 10;
const attemptMsMax = 15_000;
/** Longer than a try may take: nobody else takes a delivery that is under way. */
const leaseMs = 60_000;
const restMsMax = 60_000;
/** After each failed try, in seconds: three days and a half in all (Standard Webhooks 1.0, "Retries"). */
const waitSeconds = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400] as const;

export type WebhookDelivererOptions = {
  database: Database;
  appender: Pick<Appender, "append">;
  sealing: WebhookSealing;
  post: Post;
  clock: Clock;
  log: Log;
};

/**
 * Tells webhooks, in the role `worker`; several may run. Each message is told at least once, under one id; of each ticket
 * in the order in which it happened. A worker that is killed leaves its deliveries to others when the lease is over.
 * Webhooks don't wait for each other, and one whose system is away rests.
 */
export class WebhookDeliverer {
  readonly #options: WebhookDelivererOptions;
  readonly #underWay = new Map<Id<"webhook">, Promise<void>>();
  readonly #resting = new Map<Id<"webhook">, { tries: number; until: Date }>();

  constructor(options: WebhookDelivererOptions) {
    this.#options = options;
  }

  /** Delivers until it is told to stop; what is under way then is finished. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.#look(signal);
      await sleep(pollMs, undefined, { signal }).catch(() => {});
    }
    await Promise.all(this.#underWay.values());
  }

  /** One look: tells everything that is due. */
  async deliverDue(): Promise<void> {
    await this.#look();
    await Promise.all(this.#underWay.values());
  }

  async #look(signal?: AbortSignal): Promise<void> {
    const now = this.#options.clock();
    const due = await dueWebhooks(this.#options.database, now).catch((error) => this.#tell(error));
    for (const webhook of due ?? []) {
      const rest = this.#resting.get(webhook.id);
      if (this.#underWay.has(webhook.id) || (rest && now < rest.until)) continue;
      const work = this.#drain(webhook, signal)
        .catch((error) => this.#tell(error)) // the leases end, and it is tried again
        .finally(() => this.#underWay.delete(webhook.id));
      this.#underWay.set(webhook.id, work);
    }
  }

  async #drain(webhook: DueWebhook, signal?: AbortSignal): Promise<void> {
    const { database, clock } = this.#options;
    while (!signal?.aborted) {
      const now = clock();
      const batch = await takeDeliveries(
        ...([database, webhook.id, now, after(now, leaseMs), atOnceMax] as const),
      );
      if (batch.length === 0) return;
      const told = await Promise.all(batch.map((delivery) => this.#attempt(webhook, delivery)));
      if (!told.includes(true)) return this.#rest(webhook.id);
      this.#resting.delete(webhook.id);
    }
  }

  /** @returns whether its system answered that it has it, or wants no more */
  async #attempt(webhook: DueWebhook, delivery: WebhookDelivery): Promise<boolean> {
    const { sealing, post, clock } = this.#options;
    const { id, former } = webhook;
    const now = clock();
    const isFormerInForce = former !== undefined && now < former.until;
    const secrets = [webhook.sealed, ...(isFormerInForce ? [former.sealed] : [])];
    const body = bodyOf(delivery);
    const signed = signedHeaders(
      ...([delivery.id, now, body, secrets.map((sealed) => sealing.open(id, sealed))] as const),
    );
    const headers = { "content-type": "application/json", "user-agent": "Holdfast", ...signed };
    const answer = await post(
      new URL(webhook.url),
      headers,
      body,
      AbortSignal.timeout(attemptMsMax),
    );
    const code = answer.is === "answered" ? String(answer.status) : answer.code;
    if (/^2\d\d$/.test(code)) {
      await endWebhookDelivery(this.#options.database, id, delivery, "delivered", code, clock());
      return true;
    }
    if (code === "410") {
      await this.#endGone(id);
      return true;
    }
    await this.#failed(id, delivery, code);
    return false;
  }

  async #failed(webhook: Id<"webhook">, delivery: WebhookDelivery, answer: string): Promise<void> {
    const { database, appender, clock, log } = this.#options;
    const { id: message, attempt: attempts } = delivery;
    const now = clock();
    const wait = waitSeconds[attempts - 1];
    if (wait !== undefined) {
      const dueAt = after(now, wait * 1_000);
      await retryWebhookDelivery(database, webhook, delivery, answer, dueAt);
      return;
    }
    log.warn({ part: "webhooks", webhook, message, attempts, answer }, "a webhook was given up");
    await transaction(database, async (joining) => {
      const has = await endWebhookDelivery(joining, webhook, delivery, "given_up", answer, now);
      if (!has) return;
      const details = { webhook, message, attempts, answer };
      await appender.append(system, { kind: webhookGivenUp, details }, now, joining);
    });
  }

  async #endGone(id: Id<"webhook">): Promise<void> {
    const { database, appender, clock, log } = this.#options;
    log.warn({ part: "webhooks", webhook: id }, "a webhook is gone");
    await transaction(database, (joining) =>
      end({ appender }, joining, system, id, "gone", clock()),
    );
  }

  #rest(id: Id<"webhook">): void {
    const tries = (this.#resting.get(id)?.tries ?? 0) + 1;
    const ms = Math.min(pollMs * 2 ** Math.min(tries, 10), restMsMax);
    this.#resting.set(id, { tries, until: after(this.#options.clock(), ms) });
  }

  #tell(error: unknown): undefined {
    this.#options.log.error({ part: "webhooks", error: messageOf(error) }, "webhooks wait");
  }
}

/** The same for each try. */
function bodyOf({ type, toldAt, ticket, status, details }: WebhookDelivery): string {
  const data = { ticket, status, ...JSON.parse(details) };
  return JSON.stringify({ type, timestamp: toldAt.toISOString(), data });
}

function after(moment: Date, ms: number): Date {
  return new Date(moment.getTime() + ms);
}
