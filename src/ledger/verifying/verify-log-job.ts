import { z } from "@hono/zod-openapi";
import type { Log, Metrics, ScheduledJob } from "#platform";

const part = { part: "verify-log" };
const coded = z.array(z.object({ code: z.string() }));

/** What of the line of `holdfast verify-log --json` is told: no sentence and no place, as those name clients. */
const lineSchema = z.object({
  size: z.int(),
  findings_count: z.int(),
  findings: coded,
  remarks: coded,
});

export type VerifyLogJobOptions = {
  /**
   * Runs `holdfast verify-log --json`, away from what serves: it hashes for minutes. It rejects when that came to no
   * end, and soon after it is told to stop.
   * @returns the line that it printed
   */
  verify(stopping: AbortSignal): Promise<string>;
  log: Log;
  metrics: Pick<Metrics, "count">;
};

/**
 * Verifies the whole log every day, for the Log page, which the command tells by itself. What doesn't fit is logged and
 * counted, by its codes alone.
 */
export function verifyLogJob({ verify, log, metrics }: VerifyLogJobOptions): ScheduledJob {
  const countEnd = (outcome: "sound" | "wrong" | "failed") =>
    metrics.count("holdfast_log_verifications_total", "Verifications of the log", { outcome });
  return {
    name: "ledger.verify_log",
    crontab: "47 2 * * *",
    isLong: true,
    run: async (_now, stopping) => {
      const line = await verify(stopping).catch((error) => {
        if (!stopping.aborted) countEnd("failed");
        throw error;
      });
      const { size, findings_count: count, findings, remarks } = lineSchema.parse(JSON.parse(line));
      for (const { code } of findings) {
        metrics.count("holdfast_log_findings_total", "What didn't fit, by its code", { code });
      }
      countEnd(count > 0 ? "wrong" : "sound");
      const about = { ...part, size, findings: count, remarks: counted(remarks) };
      if (count === 0) log.info(about, "the log fits what was signed");
      else log.error({ ...about, codes: counted(findings) }, wrong);
    },
  };
}

const wrong = "the log doesn't fit what was signed: run holdfast verify-log, and see SECURITY.md";

/** How often each code is among them. */
function counted(found: readonly { code: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { code } of found) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}
