import { asksIn } from "./asks.ts";
import { authenticateMail, forwardedBy } from "./mail-authentication.ts";
import { type Claim, claimOf } from "./mail-claim.ts";
import { type MailContent, readContent } from "./mail-content.ts";
import type { MailContext } from "./mail-context.ts";
import {
  type Author,
  type MailHeader,
  mailboxesIn,
  readAuthor,
  readHeader,
  valuesOf,
} from "./mail-header.ts";
import { bodyOf, headerBlock, whatExceedsLimits, withoutCopyingTraces } from "./mail-limits.ts";
import { TooManyParts } from "./mail-parts.ts";
import { type Proof, proofOf, sameOrganisation } from "./mail-proof.ts";
import { GuardedResolver } from "./mail-resolver.ts";
import { contactsMax } from "./message.ts";
import { judgedUnreadable, unreadable } from "./unreadable.ts";
import { type Finding, type Reason, type Verdict, worstFirst } from "./verdict.ts";

export type { MailContext } from "./mail-context.ts";

/** Only this much of a mail is read for what it asks: a seal of ours stands for the rest, or nothing does. */
const askedLengthMax = 20_000;

/**
 * Judges a whole mail. It is `ours` only when its one author is in the directory and a DKIM signature of the
 * firm proves it; a name, a link or a pass of somebody else's signature is no proof. Nothing is fetched but TXT
 * records under the firm's own domains. What can't be read is `unreadable`; it rejects only on a fault of ours.
 */
export async function checkMail(raw: Uint8Array, context: MailContext): Promise<Finding> {
  const mail = withoutCopyingTraces(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength));
  const excess = whatExceedsLimits(mail);
  if (excess) return { input: "", ...judgedUnreadable("raw_mail", "", excess) };
  const input = mail.toString();
  const content = contentOf(mail);
  if (!content) {
    return { input, ...judgedUnreadable("raw_mail", "", unreadable("mail_too_many_parts")) };
  }
  const header = readHeader(headerBlock(mail));
  const author = readAuthor(header);
  const claim = claimOf(author, header, context);
  const proof = await prove(bodyOf(mail).toString("latin1"), header, author, context);
  const parts = partsOf(content, claim, context);
  const { asks } = asksIn(
    `${valuesOf(header, "subject").join("\n")}\n${content.text.slice(0, askedLengthMax)}`,
  );
  const about = [
    ...aboutReplies(header, author, context),
    ...aboutContent(content, parts, proof.proven),
  ];
  return conclude(input, claim, proof, {
    parts,
    asks,
    about,
    hidden: hiddenOurs(content, context),
  });
}

/** What stands on a link is only shown: where it is ours and the link leads elsewhere, it is no part of the mail. */
function partsOf(content: MailContent, claim: Claim, context: MailContext): Finding[] {
  const { contacts, shownInPlace } = content;
  return contacts
    .filter((text) => text !== claim.readAs)
    .slice(0, contactsMax)
    .map((text) => context.checkContact(text))
    .filter(({ input, verdict }) => !(shownInPlace.has(input) && verdict.startsWith("ours")));
}

function contentOf(mail: Buffer): MailContent | undefined {
  try {
    return readContent(mail);
  } catch (error) {
    if (error instanceof TooManyParts) return undefined;
    throw error;
  }
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
    const proof = proofOf(author.mailbox, header, body, authentication, now);
    const { dkim, spf, dmarc, arc } = authentication;
    const technical: Reason = { code: "mail_authentication", values: { dkim, spf, dmarc, arc } };
    if (proof.proven) return { proven: true, reasons: [...proof.reasons, technical] };
    const claimed: Reason = { code: "sender_not_proven", values: { address } };
    return {
      proven: false,
      reasons: [claimed, ...proof.reasons, ...forwarding(header), technical],
    };
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

/** What speaks for and against a mail, beside its sender. */
type Evidence = { parts: Finding[]; asks: Reason[]; about: Reason[]; hidden: string | undefined };

/** A mail that asks for what we never ask for isn't ours, whoever sealed it. */
function ownVerdict(
  claim: Claim,
  { proven }: Proof,
  asks: Reason[],
): { verdict: Verdict; imitates?: string } {
  if (!proven) return claim;
  return { verdict: asks.length === 0 ? "ours" : "not_ours" };
}

function conclude(
  input: string,
  claim: Claim,
  proof: Proof,
  { parts, asks, about, hidden }: Evidence,
): Finding {
  const own = ownVerdict(claim, proof, asks);
  const weighing: { verdict: Verdict; imitates?: string }[] = [
    own,
    ...parts.filter((part) => weighs(part, proof)),
  ];
  if (hidden !== undefined && !proof.proven)
    weighing.push({ verdict: "imitates_us", imitates: hidden });
  const worst = weighing.reduce((worst, other) =>
    worstFirst.indexOf(other.verdict) < worstFirst.indexOf(worst.verdict) ? other : worst,
  );
  const contradiction = proof.proven && asks.length > 0 ? [{ code: "sealed_but_asks" }] : [];
  const reasons = [...asks, ...contradiction, ...claim.reasons, ...proof.reasons, ...about];
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
