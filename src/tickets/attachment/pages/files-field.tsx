import type { Language } from "#platform";
import { say } from "../messages.ts";
import type { FileLimits } from "../settings.ts";
import type { WaitingFile } from "../uploads.ts";

/** What a form shows of its files: which are taken, and what was wrong with those that weren't chosen well. */
export type ShownFiles = {
  limits: FileLimits;
  waiting: readonly WaitingFile[];
  refusals: readonly { name: string | undefined; sentence: string }[];
};

/** What the browser offers first; what counts is what is in a file. */
const accepted = "image/png,image/jpeg,image/webp,image/gif,application/pdf,text/plain";

type FilesFieldProps = { language: Language; files: ShownFiles };

/** Where files are chosen that go with a message. It stands below the words: they are read first. */
export function FilesField({ language, files }: FilesFieldProps) {
  const { limits, waiting, refusals } = files;
  const isWrong = refusals.length > 0;
  const { countMax: count, megabytesMax: megabytes } = limits;
  return (
    <div class="field">
      {waiting.length > 0 && <Waiting language={language} waiting={waiting} />}
      <label for="files">{say(language, "field.label")}</label>
      <p class="hint" id="files-hint">
        {say(language, "field.hint", { count, megabytes })}
      </p>
      {isWrong && (
        <div class="error" id="files-problem" role="alert">
          <p>{say(language, "field.refused", { count: refusals.length })}</p>
          <ul>
            {refusals.map(({ name, sentence }) => (
              <li>
                {name && <bdi>{`${name}: `}</bdi>}
                {sentence}
              </li>
            ))}
          </ul>
        </div>
      )}
      <input
        type="file"
        id="files"
        name="files"
        multiple
        accept={accepted}
        autofocus={isWrong}
        aria-invalid={isWrong ? "true" : undefined}
        aria-describedby={isWrong ? "files-problem files-hint" : "files-hint"}
      />
    </div>
  );
}

function Waiting({ language, waiting }: { language: Language; waiting: readonly WaitingFile[] }) {
  return (
    <fieldset>
      <legend>{say(language, "field.waiting")}</legend>
      <p class="hint">{say(language, "field.waiting_hint")}</p>
      {waiting.map(({ token, kind }) => (
        <label class="tick">
          <input type="checkbox" name="upload" value={token} checked />{" "}
          <span>{say(language, `waiting.${kind}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
