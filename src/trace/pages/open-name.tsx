import { type Language, LongText } from "#platform";
import { reasonLetters } from "../case/index.ts";
import { say } from "../messages.ts";
import { tracesPath } from "./path.ts";
import type { Shown } from "./shown.ts";

/** For so long a name that was opened is shown to who opened it. */
export const nameMinutes = 10;

type OpenNameProps = { language: Language; shown: Shown; called: string };

/** An analyst asks, with a reason, who a person of the trace is. */
export function OpenName({ language, shown, called }: OpenNameProps) {
  const name = `reason-${called}`;
  const why = {
    ...{ name, label: say(language, "person.open.why") },
    hint: say(language, "person.open.hint", { minutes: nameMinutes }),
  };
  return (
    <details>
      <summary>{say(language, "person.open")}</summary>
      <form method="post" action={`${tracesPath}/${shown.trace.id}/people/${called}/name`}>
        <LongText {...why} field="reason" letters={reasonLetters} />
        <p class="actions">
          <button type="submit" class="small">
            {say(language, "person.open.submit")}
          </button>
        </p>
      </form>
    </details>
  );
}
