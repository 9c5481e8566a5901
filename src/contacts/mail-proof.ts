import { getDomain } from "tldts";
import { dayMs } from "#platform";
import type { Authentication, Signature } from "./mail-authentication.ts";
import { type Mailbox, type MailHeader, mailboxesIn, valuesOf } from "./mail-header.ts";
import type { Reason } from "./verdict.ts";

const recentMilliseconds = 30 * dayMs;

/**
 * A reader sees these, or they decide where an answer goes or what of the body is shown: one of them left unsigned
 * could have been put in later, with a stranger's address or words.
 */
const mustBeSigned =
  /^(?:from|subject|sender|cc|reply-to|mail-reply-to|mail-followup-to|archived-at|return-receipt-to|disposition-notification-to|(?:resent|list)-.{1,100}|content-(?:disposition|base|location|description))$/;
const mustBeSingle = [
  "from",
  "sender",
  "reply-to",
  "to",
  "subject",
  "date",
  "mime-version",
  "content-type",
  "content-transfer-encoding",
] as const;

/** Whether a mail is proven to be its author's, with the reasons either way. */
export type Proof = { proven: boolean; reasons: Reason[] };

/**
 * A mail is proven only by a DKIM signature of a domain that is the firm's and shares its organisational
 * domain with the author's (RFC 9989 relaxed alignment), which covers all that a reader sees.
 */
export function proofOf(
  author: Mailbox,
  header: MailHeader,
  body: string,
  authentication: Authentication,
  now: Date,
): Proof {
  const [readByOthers = ""] = authentication.authors;
  const isAgreed =
    authentication.authors.length === 1 &&
    readByOthers.toLowerCase() === author.address.toLowerCase();
  if (header.damaged || !isAgreed) return { proven: false, reasons: [{ code: "header_damaged" }] };
  const repeated = mustBeSingle.find((name) => valuesOf(header, name).length > 1);
  if (repeated)
    return { proven: false, reasons: [{ code: "header_repeated", values: { header: repeated } }] };
  const { signatures } = authentication;
  if (signatures.length === 0) return { proven: false, reasons: [{ code: "mail_not_signed" }] };
  const judged = signatures.map((signature) => weaknessOf(signature, author, header, body));
  const good = judged.indexOf(undefined);
  const signature = signatures[good];
  if (!signature)
    return { proven: false, reasons: mostTelling(judged.filter((reason) => reason !== undefined)) };
  const reasons: Reason[] = [{ code: "mail_proven", values: { domain: signature.domain } }];
  return { proven: true, reasons: [...reasons, ...aboutReplay(signature, header, now)] };
}

/** A genuine mail can be sent again, to anyone: what tells the person that this one wasn't meant for them, or now. */
function aboutReplay(signature: Signature, header: MailHeader, now: Date): Reason[] {
  const reasons: Reason[] = [];
  const [to = ""] = timesSigned(signature, "to") > 0 ? valuesOf(header, "to") : [];
  const addressees = mailboxesIn(to);
  const [addressee] = addressees;
  if (addressee && addressees.length === 1) {
    reasons.push({ code: "mail_written_to", values: { address: addressee.address } });
  }
  const { madeOn } = signature;
  if (madeOn && now.getTime() - Date.parse(madeOn) > recentMilliseconds) {
    reasons.push({ code: "mail_is_old", values: { day: madeOn } });
  }
  return reasons;
}

export function sameOrganisation(one: string, other: string): boolean {
  const [domain, otherDomain] = [one, other].map((host) =>
    getDomain(host, { allowPrivateDomains: true }),
  );
  return domain !== null && domain !== undefined && domain === otherDomain;
}

function weaknessOf(
  signature: Signature,
  author: Mailbox,
  header: MailHeader,
  body: string,
): Reason | undefined {
  const { domain, problem, expired } = signature;
  if (problem) return { code: problem, values: { domain, ...(expired ? { day: expired } : {}) } };
  if (!sameOrganisation(domain, author.domain)) {
    return { code: "signature_not_aligned", values: { domain, sender: author.domain } };
  }
  const unsigned = header.fields.find(
    ({ name, value }) =>
      mustBeSigned.test(name) &&
      !(name === "content-disposition" && /^inline$/i.test(value)) &&
      timesSigned(signature, name) < valuesOf(header, name).length,
  );
  if (unsigned) return { code: "header_not_signed", values: { header: unsigned.name } };
  if (timesSigned(signature, "content-type") === 0 && !readsOneWay(header, body)) {
    return { code: "header_not_signed", values: { header: "content-type" } };
  }
  const encoding = "content-transfer-encoding";
  if (timesSigned(signature, encoding) === 0 && !decodesOneWay(header, body)) {
    return { code: "header_not_signed", values: { header: encoding } };
  }
  return undefined;
}

/**
 * Some servers leave Content-Type unsigned. Then a stranger could change it so that only a piece of the body is
 * shown, or text becomes HTML, or HTML its own source; unless the body opens and closes with the very boundary
 * that the field names, or is text that opens like nothing else.
 */
function readsOneWay(header: MailHeader, body: string): boolean {
  const [contentType = "text/plain"] = valuesOf(header, "content-type");
  const text = body.trim();
  if (plainText.test(contentType)) return !/^(?:--|<)/.test(text);
  const boundary = multipart.exec(contentType)?.[1];
  if (boundary === undefined) return false;
  const firstLine = text.slice(0, text.indexOf("\n")).trimEnd();
  const lastLine = text.slice(text.lastIndexOf("\n") + 1);
  return firstLine === `--${boundary}` && lastLine === `--${boundary}--`;
}

const plainText =
  /^text\/plain(?:;[ \t]{0,100}(?:charset="?(?:us-ascii|utf-8|iso-8859-1)"?|format=flowed|delsp=(?:yes|no)))*$/i;
/** With one other parameter before the boundary at most, which isn't a second boundary. */
const multipart =
  /^multipart\/(?:mixed|alternative|related);(?:[ \t]{0,100}(?!boundary)[a-z-]{1,20}=(?:"[^";]{0,200}"|[^;"\s]{0,200});)?[ \t]{0,100}boundary="?([^";\s]{1,70})"?$/i;

/** Whether the body stands there as it is read (RFC 2045 §6), and doesn't look as if it had been encoded. */
function decodesOneWay(header: MailHeader, body: string): boolean {
  const [encoding = "7bit"] = valuesOf(header, "content-transfer-encoding");
  if (!/^(?:7bit|8bit|binary)$/i.test(encoding)) return false;
  const [contentType = ""] = valuesOf(header, "content-type");
  return /^multipart\//i.test(contentType) || !/=(?:\r?\n|3D)/.test(body);
}

function timesSigned(signature: Signature, name: string): number {
  return signature.signedFields.filter((field) => field === name).length;
}

/** What is wrong with our own signature says more than that others signed too. */
function mostTelling(reasons: Reason[]): Reason[] {
  const ours = reasons.filter(({ code }) => code !== "signed_by_other");
  const telling = ours.length > 0 ? ours : reasons;
  return telling.filter(
    (reason, index) => telling.findIndex(({ code }) => code === reason.code) === index,
  );
}
