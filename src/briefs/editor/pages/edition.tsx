import { LongText } from "#platform";
import type { Edition, EditionObjection } from "../../edition/index.ts";
import { BriefArticle, LostTranslations, TranslationsBeside } from "../../pages/index.ts";
import { say } from "../messages.ts";
import { Objections, sectionWord } from "./draft.tsx";
import { BriefFrame, type FrameProps, pathOf } from "./frame.tsx";
import { editorPath } from "./path.ts";

export type EditionPageProps = FrameProps & {
  edition: Edition;
  objections: readonly EditionObjection[];
  /** Bytes of this brief that wait for two people. */
  waiting: string | undefined;
  isWithdrawn: boolean;
  typed: { reason: string; withdrawal: string };
};

/** The next edition as it would be: what keeps it from being published, what changed since the last, and a preview. */
export function EditionPage(props: EditionPageProps) {
  const { language, brief, edition, objections, waiting, isWithdrawn } = props;
  const { number, previous } = edition;
  return (
    <BriefFrame {...props} place="edition" keys="page" live="/edition">
      <div class="stack" data-live="edition">
        {waiting !== undefined && (
          <p class="notice tone-caution">
            <a href={`${editorPath}/editions/${waiting}`}>{say(language, "edition.waiting")}</a>
          </p>
        )}
        <section aria-labelledby="objections">
          <h2 id="objections">
            {say(language, "edition.objections", { number, count: objections.length })}
          </h2>
          {objections.length === 0 ? (
            <p>{say(language, "edition.ready")}</p>
          ) : (
            <Objections language={language} objections={objections} />
          )}
        </section>
      </div>
      {isWithdrawn ? <p>{say(language, "edition.withdrawn")}</p> : <Preparing {...props} />}
      {previous && <Changes {...props} />}
      <section aria-labelledby="preview">
        <LostTranslations edition={edition} language={language} />
        <h2 id="preview">{say(language, "edition.preview")}</h2>
        <div class="card">
          <BriefArticle body={edition} language={language} />
        </div>
        <TranslationsBeside edition={edition} language={language} />
      </section>
      {previous && !isWithdrawn && <Withdrawing {...props} />}
      <p class="hint">
        <a href={`${pathOf(brief)}/draft`}>{say(language, "edition.write")}</a>
      </p>
    </BriefFrame>
  );
}

function Preparing({ language, brief, edition, typed }: EditionPageProps) {
  const reason = {
    ...{ name: "reason", label: say(language, "edition.reason") },
    hint: say(language, "edition.reason.hint"),
  };
  return (
    <form method="post" action={`${pathOf(brief)}/edition`} class="card stack">
      {edition.previous && (
        <LongText {...reason} letters={{ min: 10, max: 500 }} value={typed.reason} />
      )}
      <p class="hint">{say(language, "edition.prepare.hint")}</p>
      <p class="actions">
        <button type="submit">
          {say(language, "edition.prepare", { number: edition.number })}
        </button>
      </p>
    </form>
  );
}

/** Sentences that went and came, and what is corrected. */
function Changes({ language, edition }: EditionPageProps) {
  const { changes, corrections, number, previous } = edition;
  const fresh = corrections.filter((one) => one.edition === number);
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{say(language, "edition.changes", { number: previous?.number ?? 0 })}</h2>
      {changes.length + fresh.length === 0 && <p>{say(language, "edition.changes.none")}</p>}
      <ul>
        {changes.map(({ section, is, text, language: translated }) => (
          <li>
            <strong>{sectionWord(language, section)}</strong> {translated && `(${translated}) `}
            {is === "added" ? <ins>{text}</ins> : <del>{text}</del>}
          </li>
        ))}
        {fresh.map(({ claim, because, was, now }) => (
          <li>
            {say(language, "edition.correction", {
              ...{ claim, because, was: was ?? "–", now: now ?? "–" },
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Withdrawing({ language, brief, typed }: EditionPageProps) {
  const why = {
    ...{ name: "withdrawal", label: say(language, "withdraw.reason") },
    hint: say(language, "edition.reason.hint"),
  };
  return (
    <details open={typed.withdrawal !== ""}>
      <summary>{say(language, "withdraw.title")}</summary>
      <form method="post" action={`${pathOf(brief)}/withdrawal`} class="card stack">
        <p>{say(language, "withdraw.lead")}</p>
        <LongText {...why} letters={{ min: 10, max: 500 }} value={typed.withdrawal} />
        <p class="actions">
          <button type="submit" class="danger">
            {say(language, "withdraw.submit")}
          </button>
        </p>
      </form>
    </details>
  );
}
