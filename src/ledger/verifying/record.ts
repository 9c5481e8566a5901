import type { Queryable } from "#platform";
import { saveVerification } from "./store.ts";
import type { VerifyReport } from "./verify-log.ts";

const findingsKept = 20;

/** Who only reads: a standby server, a role without the right to write. */
const readOnlyCodes: ReadonlySet<unknown> = new Set(["25006", "42501"]);

/**
 * Keeps a report for the Log page, in place of an older one.
 * @returns false where nothing can be written
 */
export async function recordVerification(
  queryable: Queryable,
  report: VerifyReport,
): Promise<boolean> {
  try {
    const firstFindings = report.findings.slice(0, findingsKept);
    await saveVerification(queryable, { ...report, firstFindings });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && readOnlyCodes.has(error.code)) return false;
    throw error;
  }
}
