import type { TextResolver } from "./mail-resolver.ts";
import type { Finding } from "./verdict.ts";

/** What the mail check needs to know of the firm. All of it speaks of `now`. */
export type MailContext = {
  now: Date;
  resolver: TextResolver;
  /** The checker's answer to one contact typed alone. */
  checkContact: (text: string) => Finding;
  /** Is this a current sender: a listed address, or any address of a listed domain? */
  isOurSender: (local: string, domain: string) => boolean;
  /** Is this domain, or one above it, a current domain, e-mail domain or the domain of a listed address? */
  isOurMailDomain: (domain: string) => boolean;
  /** What a name that a mail shows as its sender imitates; undefined when nothing. */
  imitationOfName: (name: string) => string | undefined;
};
