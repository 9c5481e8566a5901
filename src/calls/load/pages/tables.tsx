import type { Language } from "#platform";
import type { LoadDay, LoadHour } from "../load.ts";
import { type MessageKey, say } from "../messages.ts";
import { durationIn, roundIn, shareIn } from "./figures.ts";

const dayHeads = [
  ...["table.day", "table.calls", "table.waited", "table.unreached", "table.uncalled"],
  ...["table.answered", "table.length", "table.stopped"],
] as MessageKey[];
const hourHeads: MessageKey[] = ["table.hour", "table.per_day", "table.agents"];

/** The numbers behind the pictures of days, the newest first. */
export function DaysTable({ language, days }: { language: Language; days: readonly LoadDay[] }) {
  const rows = days
    .toReversed()
    .map((day) => [
      ...[day.day, day.calls, durationIn(language, day.waitedSeconds)],
      ...[day.unreached, day.uncalled, shareIn(language, day.answered, day.tried)],
      ...[durationIn(language, day.lengthSeconds), day.stopped],
    ]);
  return <Table language={language} summary="table.days" heads={dayHeads} rows={rows} />;
}

export function HoursTable({
  language,
  hours,
}: {
  language: Language;
  hours: readonly LoadHour[];
}) {
  const rows = hours.map(({ hour, calls, agents }) => [
    say(language, "clock", { hour: String(hour).padStart(2, "0") }),
    roundIn(language, calls),
    roundIn(language, agents),
  ]);
  return <Table language={language} summary="table.hours" heads={hourHeads} rows={rows} />;
}

type TableProps = {
  language: Language;
  summary: "table.days" | "table.hours";
  heads: readonly MessageKey[];
  rows: readonly (readonly (string | number)[])[];
};

function Table({ language, summary, heads, rows }: TableProps) {
  return (
    <details>
      <summary>{say(language, summary)}</summary>
      <section class="scroll" tabindex={0} aria-label={say(language, summary)}>
        <table>
          <thead>
            <tr>
              {heads.map((head) => (
                <th scope="col">{say(language, head)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([first, ...cells]) => (
              <tr>
                <th scope="row">{first}</th>
                {cells.map((cell) => (
                  <td>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
