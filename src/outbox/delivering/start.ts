import type { Database, Values } from "#platform";
import type { outboxSettings } from "../settings.ts";
import { Deliverer, type DelivererOptions } from "./deliverer.ts";
import { devMailbox } from "./dev-mailbox.ts";
import type { Sender } from "./mail.ts";
import { openSmtp } from "./smtp.ts";
import { countWaiting } from "./store.ts";

type DeliveringOptions = Omit<DelivererOptions, "sender"> & {
  config: Values<typeof outboxSettings> & { SMTP_URL?: string | undefined };
  /** Nobody but a developer reaches this desk: without a mail server, mail lands in a mailbox that a page shows. */
  isDemo: boolean;
  /** Tells a sentence to who starts the desk. */
  progress(sentence: string): void;
};

/**
 * Starts the delivery of mail. Without a mail server and without the developer's mailbox, mail waits, and it is told.
 * @throws what `openSmtp` throws
 */
export async function startDelivering(
  options: DeliveringOptions,
): Promise<{ stop(): Promise<void> }> {
  const sender = await senderFor(options, options.database);
  if (!sender) {
    const count = await countWaiting(options.database);
    options.log.warn({ part: "mail", count }, "SMTP_URL is unset: mail waits");
    options.progress(
      `SMTP_URL is unset, so no mail is sent: it waits (${count} now), and what has waited for three days when you set it is given up`,
    );
    return { stop: async () => {} };
  }
  const stopping = new AbortController();
  const running = new Deliverer({ ...options, sender }).run(stopping.signal);
  return {
    stop: async () => {
      stopping.abort();
      await running;
      sender.close();
    },
  };
}

async function senderFor(
  { config, isDemo }: DeliveringOptions,
  database: Database,
): Promise<Sender | undefined> {
  const { SMTP_URL: url } = config;
  if (url !== undefined) return await openSmtp({ ...config, SMTP_URL: url });
  return isDemo ? devMailbox(database) : undefined;
}
