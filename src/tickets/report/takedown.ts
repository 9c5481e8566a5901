import { dayOf } from "#platform";
import { type Indicator, isForReportsAlone, type ReportedIndicator } from "./indicator.ts";

/** What goes into a pack beside the indicator. */
export type PackContents = {
  firm: string;
  reported: ReportedIndicator;
  /** In the reports of how many people each signal and each verdict was found. */
  shown: { signals: Record<string, number>; verdicts: Record<string, number> };
  /** The proof that it was confirmed then, as a file; none while there is none. */
  proof: string | undefined;
};

/**
 * What a hosting firm, a registrar or a telephone company is given to take something down: what was reported how often
 * and when, what the reports showed, and a proof of the date that needs nobody's word. Nothing of who reported it, not a
 * word of theirs, and nothing that would have to be looked up elsewhere.
 */
export function takedownPack({ firm, reported, shown, proof }: PackContents, now: Date): string {
  const { type, value, standing, reports, independent, firstAt, lastAt } = reported;
  const pack = {
    holdfast_takedown: 1,
    made_at: now.toISOString(),
    statement: statementOf(firm, reported),
    reported_by: firm,
    indicator: { type, value, written: defused({ type, value }) },
    standing: { is: standing.is, since: standing.since.toISOString() },
    reports: {
      count: reports,
      independent_clients: independent,
      first_at: firstAt.toISOString(),
      last_at: lastAt.toISOString(),
    },
    may_be_confirmed_by_reports_alone: isForReportsAlone(reported),
    found_in_reports: shown,
    proof: proof
      ? {
          how_to_check: "Save event_proof as a file and run: holdfast verify-proof FILE",
          digest_of: `${type}:${value}`,
          event_proof: proof,
        }
      : null,
  };
  return `${JSON.stringify(pack, undefined, 2)}\n`;
}

/** As people write it who mustn't be able to follow it by accident. */
export function defused({ type, value }: Indicator): string {
  if (type === "url") return value.replace(/^http/, "hxxp").replaceAll(".", "[.]");
  return type === "domain" || type === "email" ? value.replaceAll(".", "[.]") : value;
}

function statementOf(firm: string, { type, value, reports, firstAt, lastAt }: ReportedIndicator) {
  const days = [firstAt, lastAt].map(dayOf);
  const when = days[0] === days[1] ? `on ${days[0]}` : `between ${days[0]} and ${days[1]}`;
  return (
    `${firm} has ${reports} report(s), received ${when}, of fraud by which clients were contacted through the ` +
    `${type.replace("_", " ")} ${defused({ type, value })}. It isn't one of ${firm}'s. Please stop its use.`
  );
}
