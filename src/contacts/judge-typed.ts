import { codeFrom } from "#outbox";
import { lowerAscii } from "./ascii.ts";
import { canonicalPostalAddress, isPlainLocal, keyOf, splitAddress } from "./canonical.ts";
import type { Contact, Standing } from "./directory.ts";
import { readHost } from "./host.ts";
import { type Evidence, type Judgement, settle } from "./judgement.ts";
import { imitationOfEmail, imitationOfName } from "./lookalike.ts";
import { reportedHost, standingOfHost, standingOfKey } from "./lookup.ts";
import { imitationOfNumber } from "./neighbour.ts";
import { readPhone } from "./phone.ts";
import { canonicalSender, readSender } from "./sender.ts";
import { judgedUnreadable, unreadable } from "./unreadable.ts";
import type { Reason, Verdict } from "./verdict.ts";
import { plainWalletAddress } from "./wallet-address.ts";

/** A phone number: at most `ours_never_proof`, since anyone can display any number. */
export function judgePhone(evidence: Evidence, text: string, now: Date): Judgement {
  const { open } = evidence;
  const phone = readPhone(text, open.regions);
  if (phone.kind === "unreadable") return judgedUnreadable("phone", text.trim(), phone);
  const listed = phone.candidates.find((number) => open.entries.has(keyOf("phone", number)));
  const [first = ""] = phone.candidates;
  const readAs = listed ?? first;
  return settle({
    kind: "phone",
    readAs,
    standing: standingOfKey(open, keyOf("phone", readAs), now),
    reported: firstReported(evidence, phone.candidates),
    ours: (contact) =>
      contact.direction === "inbound_only"
        ? neverProof("ours_inbound_only", "listed_phone_inbound_only")
        : neverProof("ours_never_proof", "listed_phone"),
    imitation: () => imitationOfNumber(readAs, open.numbers),
    reasons: phone.reasons,
    otherwise: [{ code: "not_listed_phone" }],
  });
}

/** A text message's sender: a name that anyone can send under. */
export function judgeSender(evidence: Evidence, text: string, now: Date): Judgement {
  const name = readSender(text)?.name ?? canonicalSender(text);
  const key = keyOf("sms_sender", name);
  return settle({
    kind: "sms_sender",
    readAs: name,
    standing: standingOfKey(evidence.open, key, now),
    reported: evidence.open.reported.get(key),
    ours: () => neverProof("ours_never_proof", "listed_sender"),
    imitation: () => imitationOfName(text.trim(), evidence.brands),
    otherwise: [{ code: "not_listed_sender" }],
  });
}

/** A mail address without the mail: a From line can be forged, so listed is never proof. */
export function judgeEmail(evidence: Evidence, text: string, now: Date): Judgement {
  const [bare = "", ...fields] = text
    .trim()
    .replace(/^mailto:/i, "")
    .split("?");
  const address = splitAddress(bare);
  const host = address && readHost(address.domain);
  if (!address || host?.kind !== "host") {
    return judgedUnreadable("email", bare, unreadable("email_not_an_address"));
  }
  const { open, brands } = evidence;
  const local = lowerAscii(address.local);
  const domainKey = keyOf("email_domain", host.host);
  const addressKey = keyOf("email", `${local}@${host.host}`);
  const site = standingOfHost(open, host.host, now);
  const isOneAddress = isPlainLocal(address.local) && leavesAddress(fields.join("?"));
  const judged = settle({
    kind: "email",
    readAs: `${local}@${host.unicode}`,
    standing: standingOfKey(open, addressKey, now) ?? standingOfKey(open, domainKey, now),
    reported:
      open.reported.get(addressKey) ??
      open.reported.get(domainKey) ??
      reportedHost(open, host.host),
    ours: () => neverProof("ours_never_proof", "listed_email"),
    imitation: () =>
      site === undefined ? imitationOfEmail(address.local, host, brands) : undefined,
    otherwise: [siteWithoutMail(site) ?? { code: "not_listed_email" }],
  });
  const isWarning = ["imitates_us", "reported", "was_ours"].includes(judged.verdict);
  if (isOneAddress || isWarning) return judged;
  return judgedUnreadable("email", bare, unreadable("email_not_an_address"));
}

/** Whether the fields behind a mail link's `?` (RFC 6068) leave the mail to the one address before it. */
function leavesAddress(fields: string): boolean {
  return [...new URLSearchParams(fields)].every(
    ([name, value]) => /^body$/i.test(name) || (/^subject$/i.test(name) && !/\p{Cc}/u.test(value)),
  );
}

/** Where coins would be sent: never ours, whoever names it. */
export function judgeWallet(text: string): Judgement {
  return {
    kind: "wallet_address",
    readAs: plainWalletAddress(text),
    verdict: "not_ours",
    reasons: [{ code: "wallet_address_never_ours" }],
  };
}

/** A postal address that is in the directory; undefined for any other text. */
export function judgePostalAddress(
  evidence: Evidence,
  text: string,
  now: Date,
): Judgement | undefined {
  const readAs = canonicalPostalAddress(text);
  const key = keyOf("postal_address", readAs);
  const standing = standingOfKey(evidence.open, key, now);
  if (!standing) return undefined;
  return settle({
    kind: "postal_address",
    readAs: standing.contact.value,
    standing,
    reported: undefined,
    ours: () => neverProof("ours_never_proof", "listed_postal_address"),
    imitation: () => undefined,
    otherwise: [],
  });
}

/** The code of a message: what it is the code of, the register tells the addressee (`withSent`), and nobody else. */
export function judgeCode(text: string): Judgement {
  const readAs = codeFrom(text) ?? text.trim();
  const reasons = [{ code: "outbox_code_ask_signed_in" }];
  return { kind: "outbox_code", readAs, verdict: "ask_signed_in", reasons };
}

function neverProof(verdict: Verdict, code: string): { verdict: Verdict; reasons: Reason[] } {
  return { verdict, reasons: [{ code }] };
}

function firstReported(evidence: Evidence, numbers: readonly string[]) {
  for (const number of numbers) {
    const found = evidence.open.reported.get(keyOf("phone", number));
    if (found) return found;
  }
  return undefined;
}

/** Our website's domain isn't a mail domain until it is listed as one. */
function siteWithoutMail(site: Standing | undefined): Reason | undefined {
  if (site?.is !== "current") return undefined;
  const contact: Contact = site.contact;
  return { code: "site_without_mail", values: { official: contact.value } };
}
