import { createHash } from "node:crypto";
import type { Appender } from "#ledger";
import { type Actor, HoldfastError, system, type Transaction } from "#platform";
import { indicatorConfirmed, indicatorRejected } from "../report-events.ts";
import { type Indicator, isForReportsAlone, keyOf, type ReportedIndicator } from "./indicator.ts";
import { holdIndicator, reportedIndicator, saveStanding } from "./store.ts";

/** What an analyst says of an indicator. */
export type Decision = "confirmed" | "rejected";

/** A contact of the firm's own is never warned of, whoever says so: the directory wins. */
export class OfficialContact extends HoldfastError {
  readonly code = "official_contact";
  readonly refusal = "conflict";
  constructor({ value }: Indicator) {
    super(
      `${value} is in our directory. Change the directory first, if it isn't ours any more; scammers show our contacts too.`,
    );
  }
}

export class IndicatorUnknown extends HoldfastError {
  readonly code = "indicator_unknown";
  readonly refusal = "not_found";
  constructor() {
    super("Nobody reported this. Open the list of indicators and choose one.");
  }
}

type ConfirmingDesk = { appender: Pick<Appender, "append"> };

/**
 * Confirms an indicator when enough independent clients reported it: never by strangers or anonymous reports, however
 * many; never what an analyst decided on.
 * @param indicator held by `joining`
 * @returns whether it is confirmed now, and wasn't before
 */
export async function confirmByReports(
  { appender }: ConfirmingDesk,
  joining: Transaction,
  indicator: Indicator,
  toConfirm: number,
  now: Date,
): Promise<boolean> {
  if (!isForReportsAlone(indicator)) return false;
  const reported = await reportedIndicator(joining, indicator);
  if (reported?.standing.is !== "seen" || reported.independent < toConfirm) return false;
  await confirm(appender, joining, reported, system, now);
  return true;
}

/** An analyst's word. The same again changes nothing. @throws {IndicatorUnknown} */
export async function decideIndicator(
  { appender }: ConfirmingDesk,
  joining: Transaction,
  indicator: Indicator,
  decision: Decision,
  by: Actor,
  now: Date,
): Promise<void> {
  await holdIndicator(joining, indicator);
  const reported = await reportedIndicator(joining, indicator);
  if (!reported) throw new IndicatorUnknown();
  if (reported.standing.is === decision) return;
  if (decision === "confirmed") return await confirm(appender, joining, reported, by, now);
  const details = { type: indicator.type, digest: digestOf(indicator) };
  const { event } = await appender.append(by, { kind: indicatorRejected, details }, now, joining);
  await saveStanding(joining, indicator, { is: "rejected", since: now, by, event });
}

/** What stands for an indicator in events. */
export function digestOf(indicator: Indicator): string {
  return createHash("sha256").update(keyOf(indicator)).digest("base64url");
}

async function confirm(
  appender: ConfirmingDesk["appender"],
  joining: Transaction,
  reported: ReportedIndicator,
  by: Actor,
  now: Date,
): Promise<void> {
  const { type, reports, independent, firstAt, lastAt } = reported;
  const details = {
    ...{ type, reports, independent, digest: digestOf(reported) },
    by: by.is === "staff" ? ("analyst" as const) : ("reports" as const),
    first_reported_at: firstAt.toISOString(),
    last_reported_at: lastAt.toISOString(),
  };
  const { event } = await appender.append(by, { kind: indicatorConfirmed, details }, now, joining);
  await saveStanding(joining, reported, { is: "confirmed", since: now, by, event });
}
