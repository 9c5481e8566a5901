import { describedBy, type Id, Labelled, type Language } from "#platform";
import type { Claim } from "../../claim/index.ts";
import { stands } from "../../claim/index.ts";
import type { Dispute } from "../../disputing/index.ts";
import { wordsOfClaim, wordsOfDate, wordsOfName } from "../../edition/index.ts";
import type { Known } from "../../keeping/index.ts";
import type { PossibleAnswer, Question } from "../../question/index.ts";
import { say } from "../messages.ts";
import { MatterLists } from "./fields.tsx";
import { BriefFrame, type FrameProps, pathOf } from "./frame.tsx";

/** A question, what may answer it, and what readers wrote. */
export type ShownQuestion = {
  question: Question;
  /** The claim that somebody said answers it, while that stands. */
  answer: Claim | undefined;
  possible: readonly PossibleAnswer[];
  disputes: readonly Dispute[];
};

export type QuestionsPageProps = FrameProps & {
  known: Known;
  /** Those that are open, then those that are answered. */
  questions: readonly ShownQuestion[];
  names: ReadonlyMap<Id<"staff">, string>;
  subjects: readonly string[];
  typed: Readonly<Record<"text" | "slot" | "subject" | "who" | "asked_on", string>>;
};

/** What isn't known: who could answer, when somebody looked last, and which claim may answer it by now. */
export function QuestionsPage(props: QuestionsPageProps) {
  const { language, questions } = props;
  const open = questions.filter(({ answer }) => answer === undefined);
  const answered = questions.filter(({ answer }) => answer !== undefined);
  return (
    <BriefFrame {...props} place="questions" keys="questions" live="/questions">
      <div class="stack" data-live="questions">
        <section aria-labelledby="open">
          <h2 id="open">{say(language, "questions.open", { count: open.length })}</h2>
          {open.length === 0 && <p>{say(language, "questions.none")}</p>}
          <ul class="plain stack">
            {open.map((shown) => (
              <Card {...props} shown={shown} />
            ))}
          </ul>
        </section>
        {answered.length > 0 && (
          <section aria-labelledby="answered">
            <h2 id="answered">{say(language, "questions.answered", { count: answered.length })}</h2>
            <ul class="plain stack">
              {answered.map((shown) => (
                <Card {...props} shown={shown} />
              ))}
            </ul>
          </section>
        )}
      </div>
      <Asking {...props} />
    </BriefFrame>
  );
}

type CardProps = QuestionsPageProps & { shown: ShownQuestion };

function Card(props: CardProps) {
  const { language, brief, known, names, shown } = props;
  const { question, answer, possible, disputes } = shown;
  const { number, text, slot, subject, askedOn, whoCouldAnswer, source, checks } = question;
  const last = checks.at(-1);
  const asked = source && known.sources.get(source)?.name;
  const [first] = possible;
  return (
    <li class="card stack" id={`question-${number}`} data-row>
      <h3>{`${number}. ${text}`}</h3>
      {disputes.length > 0 && <Disputes language={language} disputes={disputes} />}
      <p class="muted small">
        {say(language, "matter", { slot: wordsOfName(slot), subject: wordsOfName(subject) })}
        {" · "}
        {say(language, "question.asked", {
          ...{ on: wordsOfDate(askedOn), source: asked ?? "none" },
          who: whoCouldAnswer ?? "none",
        })}{" "}
        {last
          ? say(language, "question.checked", {
              ...{ at: last.at, by: names.get(last.by) ?? say(language, "somebody") },
            })
          : say(language, "question.unchecked")}
      </p>
      {answer ? (
        <p>
          {say(language, "question.answer")}{" "}
          <a href={`${pathOf(brief)}/claims/${answer.number}`}>
            {`${answer.number}. ${wordsOfClaim(answer)}`}
          </a>
        </p>
      ) : (
        first && (
          <p class="notice tone-caution">
            {say(language, `question.came.${first.came}`, {
              ...{ source: first.source.name, claim: first.claim.number },
              published: first.source.published ?? say(language, "source.undated"),
            })}{" "}
            <a href={`${pathOf(brief)}/claims/${first.claim.number}`}>
              {wordsOfClaim(first.claim)}
            </a>
          </p>
        )
      )}
      <Checking {...props} />
    </li>
  );
}

/** Readers' words: they stand here alone, and are never published. */
function Disputes({ language, disputes }: { language: Language; disputes: readonly Dispute[] }) {
  return (
    <section>
      <p>
        <span class="badge caution">
          {say(language, "question.disputed", { count: disputes.length })}
        </span>
      </p>
      <ul>
        {disputes.map(({ words, disputedAt }) => (
          <li>
            <q>{words}</q>{" "}
            <span class="muted small">{say(language, "question.at", { at: disputedAt })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Somebody looked: it is still open, or a claim answers it. */
function Checking({ language, brief, known, shown }: CardProps) {
  const { question, answer, possible } = shown;
  const id = `claim-${question.number}`;
  const listed = possible.map(({ claim }) => claim);
  const others = known.claims.filter(
    (claim) =>
      claim.subject === question.subject &&
      claim.slot === question.slot &&
      stands(claim) &&
      !listed.includes(claim),
  );
  return (
    <form
      method="post"
      action={`${pathOf(brief)}/questions/${question.number}/check`}
      class="search"
    >
      <select
        id={id}
        name="claim"
        aria-label={say(language, "check.claim", { number: question.number })}
      >
        <option value="">{say(language, "check.open")}</option>
        {[...listed, ...others].slice(0, 100).map((claim) => (
          <option value={claim.number} selected={claim.id === answer?.id}>
            {say(language, "check.by", { number: claim.number, says: wordsOfClaim(claim) })}
          </option>
        ))}
      </select>
      <button type="submit" class="plain">
        {say(language, "check.submit")}
      </button>
    </form>
  );
}

const asked = {
  text: { lengthMax: 500, isRequired: true },
  who: { lengthMax: 200, isRequired: false },
  asked_on: { lengthMax: 60, isRequired: true },
  slot: { lengthMax: 60, isRequired: true },
  subject: { lengthMax: 60, isRequired: true },
} as const;

function Asking({ language, brief, typed, subjects }: QuestionsPageProps) {
  return (
    <section aria-labelledby="ask">
      <h2 id="ask">{say(language, "ask.title")}</h2>
      <form method="post" action={`${pathOf(brief)}/questions`} class="card stack">
        {(Object.keys(asked) as (keyof typeof asked)[]).map((name) => {
          const field = {
            ...{ name, label: say(language, `ask.${name}`) },
            hint: say(language, `ask.${name}.hint`),
          };
          return (
            <Labelled {...field}>
              <input
                id={name}
                name={name}
                value={typed[name] || (name === "subject" ? subjects[0] : "")}
                maxlength={asked[name].lengthMax}
                required={asked[name].isRequired}
                list={name === "slot" || name === "subject" ? `${name}s` : undefined}
                autocomplete="off"
                aria-describedby={describedBy(field)}
                {...(name === "text" && { "data-key": "n" })}
              />
            </Labelled>
          );
        })}
        <p class="actions">
          <button type="submit">{say(language, "ask.submit")}</button>
        </p>
      </form>
      <MatterLists subjects={subjects} />
    </section>
  );
}
