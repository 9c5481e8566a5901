import { signingDomains } from "./mail-authentication.ts";
import type { MailContext } from "./mail-context.ts";
import type { Author, Mailbox, MailHeader } from "./mail-header.ts";
import { findContacts } from "./message.ts";
import type { Reason, Verdict } from "./verdict.ts";

/** What the visible sender says of itself, before anything is proven. */
export type Claim = { readAs: string; verdict: Verdict; imitates?: string; reasons: Reason[] };

/** Judges the sender that the mail shows, by the directory and by likeness alone. */
export function claimOf(author: Author, header: MailHeader, context: MailContext): Claim {
  const mailboxes = author.exact ? [author.mailbox] : author.mailboxes;
  const readAs = mailboxes.map(({ address }) => address).join(", ");
  const ours = mailboxes.find(({ local, domain }) => context.isOurSender(local, domain));
  if (!author.exact && author.problem !== "from_unclear") {
    const reasons: Reason[] = [{ code: author.problem }];
    if (!ours) return { readAs, verdict: "not_ours", reasons };
    return { readAs, verdict: "imitates_us", imitates: ours.address, reasons };
  }
  const unclear: Reason[] = author.exact ? [] : [{ code: author.problem }];
  const [mailbox] = mailboxes;
  if (!mailbox) return { readAs, verdict: "not_ours", reasons: unclear };
  if (ours) return { readAs, verdict: "not_ours", reasons: unclear };
  return claimOfStranger(mailbox, header, unclear, context);
}

function claimOfStranger(
  mailbox: Mailbox,
  header: MailHeader,
  unclear: Reason[],
  context: MailContext,
): Claim {
  const { address, domain, name } = mailbox;
  const found = context.checkContact(address);
  const reasons: Reason[] = [...unclear, { code: "sender_not_ours", values: { address } }];
  for (const signer of signingDomains(header).slice(0, 3)) {
    if (!context.isOurMailDomain(signer)) {
      reasons.push({ code: "signed_by_other", values: { domain: signer } });
    }
  }
  const named = imitatedByName(name, context);
  if (named) {
    reasons.unshift({
      code: "display_name_imitates",
      values: { name: name.slice(0, 100), domain },
    });
    return { readAs: address, verdict: "imitates_us", imitates: named, reasons };
  }
  const worse: Verdict[] = ["imitates_us", "reported", "was_ours"];
  const telling = found.reasons.filter(({ code }) => code !== "not_listed_email");
  if (!worse.includes(found.verdict)) {
    return { readAs: address, verdict: "not_ours", reasons: [...reasons, ...telling] };
  }
  return {
    readAs: address,
    verdict: found.verdict,
    ...(found.imitates === undefined ? {} : { imitates: found.imitates }),
    reasons: [...telling, ...reasons],
  };
}

/** Our name, or an address or link of ours, shown where the real address is a stranger's. */
function imitatedByName(name: string, context: MailContext): string | undefined {
  const brand = context.imitationOfName(name);
  if (brand !== undefined) return brand;
  for (const { text } of findContacts(name.slice(0, 500)).slice(0, 3)) {
    const { verdict, imitates } = context.checkContact(text);
    if (verdict.startsWith("ours")) return text;
    if (verdict === "imitates_us") return imitates ?? text;
  }
  return undefined;
}
