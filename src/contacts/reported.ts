import { readHost } from "./host.ts";
import { readLink } from "./link.ts";
import { parentsOf } from "./lookup.ts";
import { type Finding, type Reason, type Verdict, worstFirst } from "./verdict.ts";

/** The day (ISO 8601, UTC) since when one of these keys is a confirmed indicator; undefined for none. */
export type ReportedOn = (keys: readonly string[]) => string | undefined;

/**
 * The keys by which a contact is known when people report it, as `type:value`: its own first, then those of what it
 * stands under (an address under its domain, a host under the domain that somebody registered). What nobody can own,
 * such as a whole public suffix, has none.
 */
export function reportKeysOf({ kind, readAs }: Pick<Finding, "kind" | "readAs">): string[] {
  switch (kind) {
    case "phone":
      return [`phone:${readAs}`];
    case "handle":
      return [`handle:${readAs.toLowerCase()}`];
    case "wallet_address":
      return [`crypto_address:${readAs}`];
    case "host":
      return domainKeys(readAs);
    case "email":
      return [`email:${readAs}`, ...domainKeys(readAs.slice(readAs.lastIndexOf("@") + 1))];
    case "link":
      return linkKeys(readAs);
    default:
      return [];
  }
}

/**
 * A finding with what people reported. The directory wins: what was ours, is ours or couldn't be read stays as it is.
 * A message is as good as its worst part.
 */
export function withReported(finding: Finding, reportedOn: ReportedOn): Finding {
  const parts = finding.parts?.map((part) => withReported(part, reportedOn));
  const date = mayBeReported(finding.verdict) ? reportedOn(reportKeysOf(finding)) : undefined;
  if (date !== undefined) {
    const { imitates: _, ...found } = finding;
    return { ...found, verdict: "reported", reasons: [confirmed(date)] };
  }
  if (!parts) return finding;
  const worst = parts.find(({ verdict }) => verdict === "reported");
  const isWorse = rankOf("reported") < rankOf(finding.verdict) && finding.verdict !== "ours";
  if (!worst || !isWorse) return { ...finding, parts };
  const shown: Reason = { code: "reported_part", values: { shown: worst.readAs } };
  return {
    ...finding,
    verdict: "reported",
    reasons: [shown, ...finding.reasons.filter(({ code }) => code !== "worst_part")],
    parts,
  };
}

function mayBeReported(verdict: Verdict): boolean {
  return verdict === "not_ours" || verdict === "imitates_us";
}

function rankOf(verdict: Verdict): number {
  return worstFirst.indexOf(verdict);
}

function confirmed(date: string): Reason {
  return { code: "reported_by_people", values: { date } };
}

/** A link without what stands behind its path: that can be somebody's own name or token. */
function linkKeys(text: string): string[] {
  const link = readLink(text);
  if (link.kind !== "link") return [];
  const { url, host } = link;
  return [`url:${url.origin}${url.pathname}`, ...domainKeys(host.host)];
}

function domainKeys(text: string): string[] {
  const host = readHost(text);
  if (host.kind !== "host") return [];
  if (host.isIp) return [`domain:${host.host}`];
  const { registrable } = host;
  if (registrable === null) return [];
  return [...parentsOf(host.host)]
    .filter((parent) => parent.length >= registrable.length)
    .map((parent) => `domain:${parent}`);
}
