import { lowerAscii } from "./ascii.ts";
import { keyOf } from "./canonical.ts";
import { readHost } from "./host.ts";
import type { Evidence } from "./judgement.ts";
import { imitationOfName } from "./lookalike.ts";
import { parentsOf, standingOfHost, standingOfKey } from "./lookup.ts";
import { checkMail } from "./mail.ts";
import type { TextResolver } from "./mail-resolver.ts";
import type { Finding } from "./verdict.ts";

/** Judges a whole mail against the directory's current senders. */
export function judgeMail(
  evidence: Evidence,
  raw: Uint8Array,
  checkContact: (text: string) => Finding,
  resolver: TextResolver,
  now: Date,
): Promise<Finding> {
  const { open, brands } = evidence;
  const isCurrent = (key: string) => standingOfKey(open, key, now)?.is === "current";
  return checkMail(raw, {
    now,
    resolver,
    checkContact,
    isOurSender(local, domain) {
      const host = canonicalHost(domain);
      return (
        isCurrent(keyOf("email", `${lowerAscii(local)}@${host}`)) ||
        isCurrent(keyOf("email_domain", host))
      );
    },
    isOurMailDomain(domain) {
      const host = canonicalHost(domain);
      if (standingOfHost(open, host, now)?.is === "current") return true;
      return parentsOf(host).some((parent) =>
        (open.mailDomains.get(parent) ?? []).some((key) => isCurrent(key)),
      );
    },
    imitationOfName: (name) => imitationOfName(name, brands)?.imitates,
  });
}

/** A host that can't be read stays as it is and matches nothing. */
function canonicalHost(domain: string): string {
  const host = readHost(domain);
  return host.kind === "host" ? host.host : domain;
}
