import { findIndicators } from "../scam/index.ts";

/** An address or a number, and where it stands in a report. */
type NamedContact = { start: number; end: number; type: "email" | "phone"; value: string };

/** The addresses and numbers that a report names: some may be the reporter's own. */
export function contactsIn(report: string): NamedContact[] {
  return findIndicators(report).marks.flatMap(({ start, end, indicators }) =>
    indicators.flatMap(({ type, value }) =>
      type === "email" || type === "phone" ? { start, end, type, value } : [],
    ),
  );
}
