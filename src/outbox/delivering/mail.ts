import type { Id } from "#platform";
import type { RenderedCalendar } from "../rendering.ts";

/** One message to one address. */
export type Mail = {
  notice: Id<"notice">;
  to: string;
  /** The name beside the sender's address. */
  firm: string;
  subject: string;
  text: string;
  /** A file for the reader's calendar. */
  calendar?: RenderedCalendar | undefined;
  /** When it was registered: each try has the same date. */
  sentAt: Date;
  thread: Thread | undefined;
};

/** By what an answer to a mail finds its ticket. Nobody who wasn't sent it can guess it. */
export type Thread = {
  token: string;
  /** Where answers go. */
  replyTo: string;
};

/** `status` is a reply code such as 550, or the code of an error: never what the server said, which may name the address. */
export type Outcome =
  | { is: "accepted" }
  /** This message will never be taken. */
  | { is: "refused"; status: string }
  /** Nobody knows, or later perhaps. `isServerAway`: other messages would fare the same. */
  | { is: "failed"; status: string; isServerAway: boolean };

/** Where mail is handed over. */
export type Sender = {
  /** Tries once; what goes wrong is an outcome, not an error. */
  send(mail: Mail, signal: AbortSignal): Promise<Outcome>;
  /** Whether it takes mail at all just now. */
  isReady(): Promise<boolean>;
  close(): void;
};

/**
 * The Message-ID of a message. It comes from the notice alone, so that every try has the same: when the server took a
 * mail and we crashed before we knew, the second try is the same mail to mailboxes, which keep one of the two.
 */
export function messageIdOf(notice: Id<"notice">, from: string, thread?: Thread): string {
  const local = thread ? `${notice}.${thread.token}` : notice;
  return `<${local}@${domainOf(from)}>`;
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1).toLowerCase();
}
