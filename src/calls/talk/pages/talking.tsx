import { type Language, Linked } from "#platform";
import { CallControls } from "../../talking/index.ts";
import { say } from "../messages.ts";

const choicesCount = 4;

type TalkingProps = {
  language: Language;
  /** Where a call by phone is approved; its sound isn't in the page. */
  approvePath: string | undefined;
};

/** While they talk: who, how it goes, the words, and the two ways to end it. */
export function Talking({ language, approvePath }: TalkingProps) {
  const isPhone = approvePath !== undefined;
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
      {isPhone && (
        <p>
          <Linked sentence={say(language, "approve")} href={approvePath} />
        </p>
      )}
      <Words language={language} />
      <p role="status" data-put="picked" hidden />
      <p class="actions">
        <button type="button" data-do="hang-up">
          {say(language, "hang_up")}
        </button>{" "}
        {!isPhone && (
          <button type="button" class="plain" data-do="mute" aria-pressed="false">
            {say(language, "mute")}
          </button>
        )}
      </p>
      <form method="post" class="stack" data-report>
        <p class="hint" id="report-lead">
          {say(language, "report.lead")}
        </p>
        <button type="submit" class="danger" aria-describedby="report-lead">
          {say(language, "report")}
        </button>
      </form>
      {!isPhone && <Controls language={language} />}
    </section>
  );
}

function Controls({ language }: { language: Language }) {
  return (
    <CallControls
      words={{
        own: say(language, "level.own"),
        other: say(language, "level.other"),
        devices: say(language, "devices"),
        microphone: say(language, "microphone"),
        output: say(language, "output"),
      }}
    />
  );
}

/** The client chooses once; the script fills in what there is to choose from. */
function Words({ language }: { language: Language }) {
  return (
    <fieldset data-words>
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
