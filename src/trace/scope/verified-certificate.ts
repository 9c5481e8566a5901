import type { Policy } from "#tlog";
import type { Bounds } from "./bands.ts";
import { holds, verifyCertificate } from "./certificate/index.ts";
import { checkLines } from "./verify-scope-command.ts";

/** Whom a leak affects, as a file says it that two people signed and the log has. */
export type ScopeCertificate = {
  is: "verified";
  id: string;
  countedAt: Date;
  /** The log from which it was counted. */
  log: string;
  witnesses: readonly string[];
  clients: Bounds;
  byField: readonly (Bounds & { field: string })[];
};

/** Reads a scope certificate as `holdfast verify-scope` does: what doesn't hold gives no figure. */
export function scopeCertificateIn(
  source: Uint8Array,
  policy: Policy,
): ScopeCertificate | { is: "refused"; why: readonly string[] } {
  const { certificate, signatures, checks } = verifyCertificate(source, policy);
  if (!certificate || !holds({ checks })) {
    const failed = checks.filter(({ faults }) => faults.length > 0);
    return { is: "refused", why: failed.flatMap(checkLines) };
  }
  const { id, counted_at: at, figures, log } = certificate;
  return {
    ...{ is: "verified", id, countedAt: new Date(at), log: log.origin },
    witnesses: [...new Set(signatures.flatMap(({ witnesses = [] }) => witnesses))],
    ...{ clients: figures.clients, byField: figures.by_field },
  };
}
