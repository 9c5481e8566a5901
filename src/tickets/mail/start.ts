import type { Clock, Id, Log } from "#platform";
import type { Tickets } from "../tickets.ts";
import { listenForMail } from "./listen.ts";
import { type MailConfig, openMail } from "./open.ts";
import type { Resolve } from "./resolver.ts";

export type StartMailOptions = {
  tickets: Tickets;
  config: MailConfig;
  /** Asks the DNS about senders. */
  resolve: Resolve;
  clock: Clock;
  log: Log;
  /** Told a sentence when mail is taken. */
  progress(sentence: string): void;
};

/** Mail for support, as it runs. */
export type RunningMail = {
  /** By what answers to our mails find their ticket. */
  threadOf?(ticket: Id<"ticket">): { token: string; replyTo: string };
  stop(): Promise<void>;
};

/** Takes mail where a setting says so. @throws {MailAddressMissing} */
export async function startMail(options: StartMailOptions): Promise<RunningMail> {
  const { tickets, config, resolve, clock, log, progress } = options;
  const desk = openMail(tickets, config, resolve);
  if (!desk) return { stop: async () => {} };
  const { tokens } = desk;
  const threadOf = (ticket: Id<"ticket">) => ({
    token: tokens.tokenFor(ticket),
    replyTo: tokens.addressFor(ticket),
  });
  const { MAIL_LISTEN: listening } = config;
  if (!listening) return { threadOf, stop: async () => {} };
  const { port, stop } = await listenForMail({ desk, listening, clock, log });
  progress(`Mail for ${config.MAIL_ADDRESS} is taken on ${listening.host}:${port}`);
  return { threadOf, stop };
}
