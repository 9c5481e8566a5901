import type { Appender } from "#ledger";
import {
  type Actor,
  type Database,
  hourMs,
  type Id,
  isId,
  newId,
  newWebhookSecret,
  printSecret,
  type Transaction,
  transaction,
} from "#platform";
import { webhookAdded, webhookEnded, webhookRotated } from "./events.ts";
import type { WebhookSealing } from "./signature.ts";
import { endWebhook, insertWebhook, replaceSecret } from "./store.ts";
import { NoSuchWebhook, type WebhookEnding, webhookTypesFrom, webhookUrlFrom } from "./webhook.ts";

/** For so long a former secret may sign beside the new one. */
export const keepHoursMax = 168;

/** What changes webhooks. */
export type WebhookDesk = {
  database: Database;
  appender: Pick<Appender, "append">;
  sealing: WebhookSealing;
  /** Nobody but a developer reaches this desk: webhooks may lead to this machine. */
  isDevelopment: boolean;
};

/** A secret, to be shown once. */
export type ShownSecret = { id: Id<"webhook">; secret: string };

/** @throws {WrongWebhookUrl} {WrongWebhookTypes} */
export async function addWebhook(
  { database, appender, sealing, isDevelopment }: WebhookDesk,
  by: Actor,
  asked: { url: string; types: readonly string[] },
  now: Date,
): Promise<ShownSecret> {
  const url = webhookUrlFrom(asked.url, isDevelopment);
  const types = webhookTypesFrom(asked.types);
  const id = newId("webhook", now);
  const secret = newWebhookSecret();
  await transaction(database, async (joining) => {
    await insertWebhook(joining, { id, url, types, addedAt: now }, sealing.seal(id, secret));
    const event = { kind: webhookAdded, details: { webhook: id, types } };
    await appender.append(by, event, now, joining);
  });
  return { id, secret: printSecret(secret) };
}

/** From now on it is told nothing; what waits for it isn't told either. @throws {NoSuchWebhook} */
export async function removeWebhook(
  { database, appender }: Pick<WebhookDesk, "database" | "appender">,
  by: Actor,
  id: string,
  now: Date,
): Promise<void> {
  if (!isId("webhook", id)) throw new NoSuchWebhook(id);
  await transaction(database, async (joining) => {
    if (!(await end({ appender }, joining, by, id, "removed", now))) throw new NoSuchWebhook(id);
  });
}

/** Ends a webhook, with its event; false when it had ended. */
export async function end(
  { appender }: Pick<WebhookDesk, "appender">,
  joining: Transaction,
  by: Actor,
  id: Id<"webhook">,
  because: WebhookEnding,
  now: Date,
): Promise<boolean> {
  if (!(await endWebhook(joining, id, because, now))) return false;
  const event = { kind: webhookEnded, details: { webhook: id, because } };
  await appender.append(by, event, now, joining);
  return true;
}

/**
 * Gives a webhook a new secret. The former one signs too for some hours, so that its system can change over without
 * losing a message. @throws {NoSuchWebhook}
 */
export async function rotateSecret(
  { database, appender, sealing }: WebhookDesk,
  by: Actor,
  id: string,
  keepHours: number,
  now: Date,
): Promise<ShownSecret> {
  if (!isId("webhook", id)) throw new NoSuchWebhook(id);
  const secret = newWebhookSecret();
  const until = new Date(now.getTime() + keepHours * hourMs);
  await transaction(database, async (joining) => {
    if (!(await replaceSecret(joining, id, sealing.seal(id, secret), until))) {
      throw new NoSuchWebhook(id);
    }
    const details = { webhook: id, until: until.toISOString() };
    await appender.append(by, { kind: webhookRotated, details }, now, joining);
  });
  return { id, secret: printSecret(secret) };
}
