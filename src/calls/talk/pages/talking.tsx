import type { Language } from "#platform";
import { CallControls } from "../../talking/index.ts";
import { say } from "../messages.ts";

const choicesCount = 4;

/** While they talk: who, how it goes, the words, and the two ways to end it. */
export function Talking({ language }: { language: Language }) {
  return (
    <section class="verdict tone-good stack" aria-labelledby="talking" data-when="talking" hidden>
      <h2 id="talking">{say(language, "talking.title")}</h2>
      <p data-put="who" />
      <p>
        <span role="status" data-put="connection" />{" "}
        <span class="muted">
          {say(language, "timer")} <span role="timer" data-put="timer" />
        </span>
      </p>
      <p role="status" data-put="listening" hidden />
      <Words language={language} />
      <p role="status" data-put="picked" hidden />
      <p class="actions">
        <button type="button" data-do="hang-up">
          {say(language, "hang_up")}
        </button>{" "}
        <button type="button" class="plain" data-do="mute" aria-pressed="false">
          {say(language, "mute")}
        </button>
      </p>
      <form method="post" class="stack" data-report>
        <p class="hint" id="report-lead">
          {say(language, "report.lead")}
        </p>
        <button type="submit" class="danger" aria-describedby="report-lead">
          {say(language, "report")}
        </button>
      </form>
      <CallControls
        words={{
          own: say(language, "level.own"),
          other: say(language, "level.other"),
          devices: say(language, "devices"),
          microphone: say(language, "microphone"),
          output: say(language, "output"),
        }}
      />
    </section>
  );
}

/** The client chooses once; the script fills in what there is to choose from. */
function Words({ language }: { language: Language }) {
  return (
    <fieldset class="card" data-words>
      <legend>{say(language, "words.title")}</legend>
      <p class="hint">{say(language, "words.lead")}</p>
      {Array.from({ length: choicesCount }, (_, place) => (
        <button type="button" class="plain" data-do="pick" data-choice={place} />
      ))}
      <button type="button" class="plain" data-do="pick" data-choice="none">
        {say(language, "words.none")}
      </button>
    </fieldset>
  );
}
