import { isIP } from "node:net";
import type { ARCData, DKIMResult, DKIMVerifyResult } from "mailauth";
import { arc } from "mailauth/lib/arc/index.js";
import { dkimVerify } from "mailauth/lib/dkim/verify.js";
import { dmarc } from "mailauth/lib/dmarc/index.js";
import { spf } from "mailauth/lib/spf/index.js";
import { type MailHeader, valuesOf } from "./mail-header.ts";
import type { GuardedResolver } from "./mail-resolver.ts";

const verifiedMax = 3;
const clockSkewMilliseconds = 5 * 60 * 1000;
const hostShaped = /^[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})+$/;

/**
 * A DKIM signature of a mail. `problem` is a reason code; without one the signature is good, and then all of it
 * is what was verified, nothing what is written beside it.
 */
export type Signature = {
  domain: string;
  problem?: string;
  /** The day it ran out, where that is the problem. */
  expired?: string;
  /** The day on which it was made, where it says so. */
  madeOn?: string;
  /** The fields of this mail that it covers, lower case; a name stands there as often as it is signed. */
  signedFields: string[];
};

/** What the standard checks say. Only `signatures` can prove anything: the mail didn't come to us. */
export type Authentication = {
  /** The authors as mailauth reads them. */
  authors: string[];
  signatures: Signature[];
  dkim: string;
  spf: string;
  dmarc: string;
  arc: string;
};

/**
 * Verifies DKIM (RFC 6376), SPF (7208), DMARC (9989) and ARC (8617) with mailauth. SPF takes the address that
 * the topmost Received line names: whoever pasted the mail could have written that line, so it informs only.
 */
export async function authenticateMail(
  header: MailHeader,
  body: string,
  resolver: GuardedResolver,
  isOurMailDomain: (domain: string) => boolean,
  now: Date,
): Promise<Authentication> {
  const { resolve } = resolver;
  const written = writtenSignatures(header, isOurMailDomain);
  const verified = await dkimVerify(mailToVerify(header, body, written), {
    resolver: resolve,
    curTime: now,
    strict: true,
  });
  const chain = hasChain(verified.arc)
    ? await arc(verified.arc, { resolver: resolve, strict: true })
    : undefined;
  const spfResult = await sendingServer(header, verified.envelopeFrom, resolver);
  const passing = verified.results.filter((result) => result.status.result === "pass");
  const policy = await dmarc({
    headerFrom: verified.headerFrom,
    fromFields: verified.fromFields,
    // What the Received line says isn't proof: here DMARC rests on DKIM alone.
    spfDomains: [],
    dkimDomains: passing.map(({ signingDomain = "", status }) => ({
      domain: signingDomain,
      ...(status.aligned === undefined ? {} : { aligned: status.aligned }),
    })),
    ...(chain ? { arcResult: chain } : {}),
    resolver: resolve,
    strict: true,
  });
  return {
    authors: verified.headerFrom,
    signatures: [
      ...verified.results
        .filter(({ status }) => status.result !== "none")
        .map((result) => verifiedSignature(result, isOurMailDomain, now)),
      ...written.flatMap(({ domain, problem }) =>
        problem ? [{ domain, problem, signedFields: [] }] : [],
      ),
    ],
    dkim: passing.length > 0 ? "pass" : (verified.results[0]?.status.result ?? "none"),
    spf: spfResult,
    dmarc: policy ? policy.status.result : "none",
    arc: chain?.status.result ?? (verified.arc?.error ? "fail" : "none"),
  };
}

/** The domains that a mail's DKIM signatures name, unverified. */
export function signingDomains(header: MailHeader): string[] {
  const domains = valuesOf(header, "dkim-signature").map((value) => writtenDomain(tagsOf(value)));
  return [...new Set(domains)].filter((domain) => domain !== "");
}

/** The server that forwarded a mail last and says so in an ARC seal, unverified. */
export function forwardedBy(header: MailHeader): string | undefined {
  const [newest] = valuesOf(header, "arc-seal");
  return newest === undefined ? undefined : writtenDomain(tagsOf(newest)) || undefined;
}

async function sendingServer(
  header: MailHeader,
  envelopeFrom: string | false,
  { resolve }: GuardedResolver,
): Promise<string> {
  const ip = clientAddress(header);
  if (!ip || !envelopeFrom) return "none";
  const checked = await spf({ ip, sender: envelopeFrom, resolver: resolve, mta: "localhost" });
  return checked ? checked.status.result : "none";
}

function hasChain(data: DKIMVerifyResult["arc"]): data is DKIMVerifyResult["arc"] & ARCData {
  return data !== undefined && data.chain !== false;
}

/** RFC 5321 §4.4: the address of the connection stands in brackets before `by`. */
function clientAddress(header: MailHeader): string | undefined {
  const [topmost = ""] = valuesOf(header, "received");
  const [from = ""] = topmost.slice(0, 2_000).split(/\sby\s/);
  const addresses = [...from.matchAll(/\[(?:IPv6:)?([0-9a-f:.]{3,45})\]/gi)].map(
    ([, ip = ""]) => ip,
  );
  return addresses.reverse().find((ip) => isIP(ip) !== 0);
}

/**
 * A signature as it is written. It decides only which signatures are verified: anybody can write one, with the
 * value of another's beside fields of their own. `problem` when verifying it would be no use.
 */
type WrittenSignature = { domain: string; problem: string | undefined };

function writtenSignatures(
  header: MailHeader,
  isOurMailDomain: (domain: string) => boolean,
): WrittenSignature[] {
  const all = valuesOf(header, "dkim-signature").map(tagsOf);
  const values = all.map((tags) => Buffer.from(tags.get("b") ?? "", "base64").toString("hex"));
  let verifiable = 0;
  const problemIn = (tags: ReadonlyMap<string, string>, place: number): string | undefined => {
    const domain = writtenDomain(tags);
    if (domain === "") return "signature_unusable";
    if (!isOurMailDomain(domain)) return "signed_by_other";
    if (tags.has("l")) return "signature_partial";
    if (values.filter((value) => value === values[place]).length > 1) return "signature_repeated";
    verifiable += 1;
    return verifiable > verifiedMax ? "signature_unusable" : undefined;
  };
  return all.map((tags, place) => ({
    domain: writtenDomain(tags),
    problem: problemIn(tags, place),
  }));
}

/**
 * The mail with the signatures that are worth verifying. mailauth hashes the body again for each way in which
 * signatures ask for it, and a mail that names many ways would keep it busy for many seconds.
 */
function mailToVerify(header: MailHeader, body: string, written: WrittenSignature[]): Buffer {
  let seen = 0;
  const fields = header.fields.filter(
    ({ name }) => name !== "dkim-signature" || written[seen++]?.problem === undefined,
  );
  const lines = fields.map(({ lines }) => `${lines}\r\n`).join("");
  return Buffer.from(`${lines}\r\n${body.replace(/\r?\n/g, "\r\n")}`, "latin1");
}

function verifiedSignature(
  result: DKIMResult,
  isOurMailDomain: (domain: string) => boolean,
  now: Date,
): Signature {
  const domain = result.signingDomain?.toLowerCase() ?? "";
  const problem = isOurMailDomain(domain) ? problemOf(result, now) : "signed_by_other";
  const madeOn = result.signTime?.slice(0, 10);
  const expired = problem === "signature_expired" ? result.expiresAfter?.slice(0, 10) : undefined;
  const names = result.signingHeaders?.keys.split(":") ?? [];
  return {
    domain,
    signedFields: names.map((name) => name.trim().toLowerCase()),
    ...(problem ? { problem } : {}),
    ...(madeOn ? { madeOn } : {}),
    ...(expired ? { expired } : {}),
  };
}

function problemOf(result: DKIMResult, now: Date): string | undefined {
  const { status } = result;
  const isOver = result.expiresAfter && Date.parse(result.expiresAfter) < now.getTime();
  if (status.comment === "expired" || (status.result === "pass" && isOver)) {
    return "signature_expired";
  }
  if (status.result === "temperror") return "no_dns_answer";
  if (status.result === "policy") return "signature_weak";
  if (status.result === "fail") return "signature_broken";
  if (status.comment === "no key") return "signature_key_missing";
  if (status.result !== "pass" || status.testing) return "signature_unusable";
  if (result.canonBodyLengthLimited) return "signature_partial";
  const signedAt = result.signTime ? Date.parse(result.signTime) : 0;
  return signedAt > now.getTime() + clockSkewMilliseconds ? "signature_unusable" : undefined;
}

/** Only a host is repeated to the reader; anything else that stands there would be a stranger's words. */
function writtenDomain(tags: ReadonlyMap<string, string>): string {
  const domain = (tags.get("d") ?? "").toLowerCase();
  return domain.length <= 253 && hostShaped.test(domain) ? domain : "";
}

/** RFC 6376 §3.2. White space inside a value means nothing in the tags that we read. */
function tagsOf(value: string): Map<string, string> {
  const tags = new Map<string, string>();
  for (const tag of value.split(";")) {
    const equals = tag.indexOf("=");
    if (equals > 0)
      tags.set(tag.slice(0, equals).trim(), tag.slice(equals + 1).replace(/\s+/g, ""));
  }
  return tags;
}
