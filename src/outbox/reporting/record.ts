import type { Appender } from "#ledger";
import { type Database, system, transaction } from "#platform";
import { bounced, complained } from "../events.ts";
import { type Report, readReport } from "./report.ts";
import { noteBounce, noteComplaint } from "./store.ts";

export type Reporting = { database: Database; appender: Appender };

/** What became of a report. `known`: it was noted before. `unknown`: no delivery of ours is meant. */
export type Recorded = { report: Report["is"]; was: "noted" | "known" | "unknown" };

/** Notes a bounce or a complaint at the delivery that it is about, once, with an event. */
export async function recordReport(
  { database, appender }: Reporting,
  raw: string | Uint8Array,
  now: Date,
): Promise<Recorded> {
  const report = await readReport(raw);
  if (report.is === "nothing") return { report: report.is, was: "unknown" };
  const { notice } = report;
  return await transaction(database, async (joining) => {
    const note = report.is === "bounced" ? noteBounce : noteComplaint;
    const noted = await note(joining, notice, now);
    if (noted === undefined) return { report: report.is, was: "unknown" };
    if (!noted.isNew) return { report: report.is, was: "known" };
    const { client } = noted;
    if (report.is === "bounced") {
      const details = { notice, status: report.status };
      await appender.append(system, { kind: bounced, client, details }, now, joining);
    } else {
      await appender.append(
        system,
        { kind: complained, client, details: { notice } },
        now,
        joining,
      );
    }
    return { report: report.is, was: "noted" };
  });
}
