import { authenticateMail, forwardedBy, signingDomains } from "./mail-authentication.ts";
import { type MailContent, readContent } from "./mail-content.ts";
import {
  type Author,
  type Mailbox,
  type MailHeader,
  mailboxesIn,
  readAuthor,
  readHeader,
  valuesOf,
} from "./mail-header.ts";
import { bodyOf, headerBlock, whatExceedsLimits, withoutCopyingTraces } from "./mail-limits.ts";
import { TooManyParts } from "./mail-parts.ts";
import { type Proof, proofOf, sameOrganisation } from "./mail-proof.ts";
import { GuardedResolver, type TextResolver } from "./mail-resolver.ts";
import { contactsMax, findContacts } from "./message.ts";
import { type Finding, type Reason, type Verdict, worstFirst } from "./verdict.ts";

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

const topLengthMax = 16_000;
const ofTransport =
  /^(?:received|dkim-signature|message-id|mime-version|return-path|delivered-to|authentication-results|content-type|arc-seal):/i;
const ofEveryMail = /^(?:to|subject|date|cc|reply-to):/i;

/** Whether a text is a whole mail with its header, as "show original" gives it, rather than words from one. */
export function looksLikeRawMail(text: string): boolean {
  const top = text.slice(0, topLengthMax).replace(/^\ufeff?\s*(?:From [^\n]*\n)?/, "");
  const lines: string[] = [];
  for (const line of top.split(/\r?\n/)) {
    if (line === "") break;
    if (/^[ \t]/.test(line)) continue;
    if (!/^[!-9;-~]{1,200}[ \t]?:/.test(line)) break;
    lines.push(line);
  }
  const hasFrom = lines.some((line) => /^from[ \t]?:/i.test(line));
  const transported = lines.filter((line) => ofTransport.test(line)).length;
  const everyday = lines.filter((line) => ofEveryMail.test(line)).length;
  return (hasFrom && transported + everyday >= 2) || transported >= 2;
}

/**
 * Judges a whole mail. It is `ours` only when its one author is in the directory and a DKIM signature of the
 * firm proves it; a name, a link or a pass of somebody else's signature is no proof. Nothing is fetched but TXT
 * records under the firm's own domains. Never throws: what can't be read is `unreadable`.
 */
export async function checkMail(raw: Uint8Array, context: MailContext): Promise<Finding> {
  const mail = withoutCopyingTraces(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength));
  const excess = whatExceedsLimits(mail);
  if (excess) return unreadable("", excess);
  const input = mail.toString();
  const content = contentOf(mail);
  if (!content) return unreadable(input, { code: "mail_too_many_parts" });
  const header = readHeader(headerBlock(mail));
  const author = readAuthor(header);
  const claim = claimOf(author, header, context);
  const proof = await prove(bodyOf(mail).toString("latin1"), header, author, context);
  const parts = content.contacts
    .filter((text) => text !== claim.readAs)
    .slice(0, contactsMax)
    .map((text) => context.checkContact(text));
  const about = [
    ...aboutReplies(header, author, context),
    ...aboutContent(content, parts, proof.proven),
  ];
  return conclude(input, claim, proof, parts, about, hiddenOurs(content, context));
}

function contentOf(mail: Buffer): MailContent | undefined {
  try {
    return readContent(mail);
  } catch (error) {
    if (error instanceof TooManyParts) return undefined;
    throw error;
  }
}

/** What the visible sender says of itself, before anything is proven. */
type Claim = { readAs: string; verdict: Verdict; imitates?: string; reasons: Reason[] };

function claimOf(author: Author, header: MailHeader, context: MailContext): Claim {
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
  if (!worse.includes(found.verdict)) return { readAs: address, verdict: "not_ours", reasons };
  return {
    readAs: address,
    verdict: found.verdict,
    ...(found.imitates === undefined ? {} : { imitates: found.imitates }),
    reasons: [...found.reasons, ...reasons],
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

async function prove(
  body: string,
  header: MailHeader,
  author: Author,
  context: MailContext,
): Promise<Proof> {
  if (!author.exact) return { proven: false, reasons: [] };
  const { address, local, domain } = author.mailbox;
  if (!context.isOurSender(local, domain)) return { proven: false, reasons: [] };
  const resolver = new GuardedResolver(context.resolver, context.isOurMailDomain);
  try {
    const { isOurMailDomain, now } = context;
    const authentication = await authenticateMail(header, body, resolver, isOurMailDomain, now);
    const proof = proofOf(author.mailbox, header, body, authentication);
    const { dkim, spf, dmarc, arc } = authentication;
    const technical: Reason = { code: "mail_authentication", values: { dkim, spf, dmarc, arc } };
    if (proof.proven) return { proven: true, reasons: [...proof.reasons, technical] };
    const claimed: Reason = { code: "sender_not_proven", values: { address } };
    return {
      proven: false,
      reasons: [claimed, ...proof.reasons, ...forwarding(header), technical],
    };
  } catch {
    return { proven: false, reasons: [{ code: "mail_damaged" }] };
  } finally {
    resolver.close();
  }
}

function forwarding(header: MailHeader): Reason[] {
  const server = forwardedBy(header);
  return server === undefined ? [] : [{ code: "mail_forwarded", values: { server } }];
}

function aboutReplies(header: MailHeader, author: Author, context: MailContext): Reason[] {
  if (!author.exact) return [];
  const { domain } = author.mailbox;
  const elsewhere = (name: string) =>
    valuesOf(header, name)
      .flatMap(mailboxesIn)
      .find(
        (other) =>
          !sameOrganisation(other.domain, domain) && !context.isOurMailDomain(other.domain),
      );
  const reply = elsewhere("reply-to");
  const sender = elsewhere("sender");
  return [
    ...(reply ? [{ code: "reply_goes_elsewhere", values: { address: reply.address } }] : []),
    ...(sender ? [{ code: "sent_by_another", values: { address: sender.address } }] : []),
  ];
}

function aboutContent(content: MailContent, parts: Finding[], proven: boolean): Reason[] {
  const reasons: Reason[] = content.hiddenTargets.map(({ shown, target }) => ({
    code: "link_hides_target",
    values: { shown, target },
  }));
  if (content.contacts.length > contactsMax) {
    reasons.push({ code: "not_all_contacts_shown", values: { count: String(contactsMax) } });
  }
  if (proven && parts.some(({ verdict }) => verdict === "not_ours")) {
    reasons.push({ code: "leads_elsewhere" });
  }
  if (!proven && content.attachmentCount > 0) {
    reasons.push({ code: "has_attachments", values: { count: String(content.attachmentCount) } });
  }
  return reasons;
}

/** A place of ours that a link shows while it leads elsewhere. */
function hiddenOurs(content: MailContent, context: MailContext): string | undefined {
  return content.hiddenTargets.find(
    ({ shown, target }) =>
      context.checkContact(shown).verdict === "ours" &&
      context.checkContact(target).verdict !== "ours",
  )?.shown;
}

function conclude(
  input: string,
  claim: Claim,
  proof: Proof,
  parts: Finding[],
  about: Reason[],
  hidden: string | undefined,
): Finding {
  const own: { verdict: Verdict; imitates?: string } = proof.proven ? { verdict: "ours" } : claim;
  const weighing: { verdict: Verdict; imitates?: string }[] = [
    own,
    ...parts.filter((part) => weighs(part, proof)),
  ];
  if (hidden !== undefined && !proof.proven)
    weighing.push({ verdict: "imitates_us", imitates: hidden });
  const worst = weighing.reduce((worst, other) =>
    worstFirst.indexOf(other.verdict) < worstFirst.indexOf(worst.verdict) ? other : worst,
  );
  const reasons = [...claim.reasons, ...proof.reasons, ...about];
  if (worst !== own && hidden === undefined) reasons.unshift({ code: "holds_something_worse" });
  return {
    input,
    kind: "raw_mail",
    readAs: claim.readAs,
    verdict: worst.verdict,
    ...(worst.imitates === undefined ? {} : { imitates: worst.imitates }),
    reasons,
    ...(parts.length > 0 ? { parts } : {}),
  };
}

/** A genuine mail may link elsewhere; it may not lead to an imitation of us. */
function weighs(part: Finding, proof: Proof): boolean {
  return !proof.proven || part.verdict === "imitates_us" || part.verdict === "reported";
}

function unreadable(input: string, reason: Reason): Finding {
  return { input, kind: "raw_mail", readAs: "", verdict: "unreadable", reasons: [reason] };
}
