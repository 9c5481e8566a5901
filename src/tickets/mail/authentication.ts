import { isIP } from "node:net";
import type { ARCData, DKIMVerifyResult } from "mailauth";
import { arc } from "mailauth/lib/arc/index.js";
import { dkimVerify } from "mailauth/lib/dkim/verify.js";
import { dmarc } from "mailauth/lib/dmarc/index.js";
import { spf } from "mailauth/lib/spf/index.js";
import type { ReadMail } from "#contacts";
import type { Envelope } from "./envelope.ts";
import type { Resolve } from "./resolver.ts";

/** More signatures than this aren't verified: each may ask for the whole mail to be hashed in another way. */
const verifiedMax = 3;
const resultsKnown = [
  "pass",
  "fail",
  "softfail",
  "neutral",
  "none",
  "policy",
  "permerror",
  "temperror",
];

/** What the standard checks say of a mail: kept with its message, each in the words of RFC 8601. */
export type MailVerdict = { spf: string; dkim: string; dmarc: string; arc: string };

export type Authentication = {
  verdict: MailVerdict;
  /** The one sender whom the mail shows is proven: by DMARC, or by a signature of exactly that domain. */
  isAligned: boolean;
  /** It isn't proven, and the DNS is the reason: later it may be. */
  isUnclear: boolean;
};

/**
 * Verifies SPF (RFC 7208) for the address that the mail came from, DKIM (6376), DMARC (9989) and ARC (8617). ARC is kept,
 * and proves nothing: whoever forwards a mail can say what he likes.
 */
export async function authenticateMail(
  mail: ReadMail,
  envelope: Envelope,
  resolver: Resolve,
  now: Date,
): Promise<Authentication> {
  const strict = { resolver, strict: true };
  const verified = await dkimVerify(toVerify(mail), { ...strict, curTime: now });
  const chain = hasChain(verified.arc) ? await arc(verified.arc, strict) : undefined;
  const sent = await sendingServer(envelope, strict);
  const passing = verified.results.filter(
    ({ status, canonBodyLengthLimited }) =>
      status.result === "pass" && !status.testing && !canonBodyLengthLimited,
  );
  const policy = await dmarc({
    ...strict,
    headerFrom: verified.headerFrom,
    fromFields: verified.fromFields,
    spfDomains: sent.result === "pass" ? [sent.domain] : [],
    dkimDomains: passing.map(({ signingDomain = "", status }) => ({
      domain: signingDomain,
      ...(status.aligned === undefined ? {} : { aligned: status.aligned }),
    })),
  });
  const results = verified.results.map(({ status }) => status.result);
  const verdict = {
    spf: known(sent.result),
    dkim: known(passing.length > 0 ? "pass" : (results[0] ?? "none")),
    dmarc: known(policy ? policy.status.result : "none"),
    arc: known(chain?.status.result ?? "none"),
  };
  const { author } = mail;
  const isOwn =
    author.exact &&
    passing.some(({ signingDomain }) => isSame(signingDomain, author.mailbox.domain));
  const isPlain = author.exact && !mail.isDamaged;
  const isAligned = isPlain && (verdict.dmarc === "pass" || (verdict.dmarc === "none" && isOwn));
  const isUnclear = !isAligned && [...results, verdict.spf, verdict.dmarc].includes("temperror");
  return { verdict, isAligned, isUnclear };
}

type Strict = { resolver: Resolve; strict: boolean };

/** A report has no sender: then the host stands for it (RFC 7208 §2.4). Behind our own mail server nobody knows the address. */
async function sendingServer(
  { from, ip, helo }: Envelope,
  strict: Strict,
): Promise<{ result: string; domain: string }> {
  const domain = from === "" ? helo : from.slice(from.lastIndexOf("@") + 1);
  if (ip === undefined || isIP(ip) === 0 || domain === "") return { result: "none", domain };
  const sender = from === "" ? `postmaster@${helo}` : from;
  const { status } = await spf({ ...strict, ip, helo, sender, mta: "localhost" });
  return { result: status.result, domain: domain.toLowerCase() };
}

function hasChain(data: DKIMVerifyResult["arc"]): data is DKIMVerifyResult["arc"] & ARCData {
  return data !== undefined && data.chain !== false;
}

/** The mail with the first of its signatures that cover all of it. */
function toVerify({ fields, body }: ReadMail): Buffer {
  let count = 0;
  const kept = fields.filter(({ name, value }) => {
    if (name !== "dkim-signature") return true;
    const isWhole = !/(?:^|;)\s*l\s*=/i.test(value);
    if (isWhole) count += 1;
    return isWhole && count <= verifiedMax;
  });
  const lines = kept.map(({ lines }) => `${lines}\r\n`).join("");
  return Buffer.from(`${lines}\r\n${body.replace(/\r?\n/g, "\r\n")}`, "latin1");
}

function isSame(domain: string | undefined, other: string): boolean {
  return domain?.toLowerCase() === other.toLowerCase();
}

function known(result: string): string {
  return resultsKnown.includes(result) ? result : "permerror";
}
