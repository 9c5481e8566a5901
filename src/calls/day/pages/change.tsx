import { Wrong } from "#accounts";
import { Labelled, type Language } from "#platform";
import { type Call, type StaffReason, staffReasons } from "../../call/index.ts";
import { say as sayOfCalls } from "../../messages.ts";
import { say } from "../messages.ts";
import { dayPath } from "./path.ts";
import { timeIn } from "./times.ts";

type ChangePageProps = {
  language: Language;
  call: Pick<Call, "id" | "topic" | "startsAt">;
  /** When somebody who speaks the client's language is free. */
  times: readonly Date[];
  /** The reader's own, in which all times are told. */
  timeZone: string;
  chosen: { time?: string; because?: StaffReason | undefined };
  wrong: string | undefined;
  now: Date;
};

/** Another time for a booked call, or none. The client is told by mail at once, and can choose another one too. */
export function ChangePage(props: ChangePageProps) {
  const { language, call, times, timeZone, chosen, wrong, now } = props;
  const path = `${dayPath}/${call.id}`;
  const at = timeIn(language, timeZone, call.startsAt, now);
  return (
    <>
      <h1>{say(language, "change.title")}</h1>
      <p class="lead">
        {say(language, "change.lead", { at, about: sayOfCalls(language, `topic.${call.topic}`) })}
      </p>
      {wrong && <Wrong label={say(language, "change.wrong")}>{wrong}</Wrong>}
      <section aria-labelledby="time">
        <h2 id="time">{say(language, "change.time")}</h2>
        {times.length === 0 ? (
          <p>{say(language, "change.time.none")}</p>
        ) : (
          <form method="post" action={`${path}/time`}>
            <Labelled name="slot" label={say(language, "change.slot")}>
              <select id="slot" name="slot" required>
                {times.map((time) => (
                  <option value={time.toJSON()} selected={time.toJSON() === chosen.time}>
                    {timeIn(language, timeZone, time, now)}
                  </option>
                ))}
              </select>
            </Labelled>
            <Reason language={language} form="time" chosen={chosen.because} />
            <p class="actions">
              <button type="submit">{say(language, "change.time.submit")}</button>
            </p>
          </form>
        )}
      </section>
      <section aria-labelledby="cancel">
        <h2 id="cancel">{say(language, "change.cancel")}</h2>
        <form method="post" action={`${path}/cancel`}>
          <Reason language={language} form="cancel" chosen={chosen.because} />
          <p class="actions">
            <button type="submit" class="plain">
              {say(language, "change.cancel.submit")}
            </button>
          </p>
        </form>
      </section>
      <p>
        <a href={dayPath}>{say(language, "change.back")}</a>
      </p>
    </>
  );
}

type ReasonProps = { language: Language; form: string; chosen: StaffReason | undefined };

function Reason({ language, form, chosen }: ReasonProps) {
  return (
    <fieldset>
      <legend>{say(language, "change.because")}</legend>
      {staffReasons.map((reason) => (
        <label class="choice" for={`${form}-${reason}`}>
          <input
            type="radio"
            id={`${form}-${reason}`}
            name="because"
            value={reason}
            checked={reason === chosen}
            required
          />{" "}
          {say(language, `because.${reason}`)}
        </label>
      ))}
    </fieldset>
  );
}
