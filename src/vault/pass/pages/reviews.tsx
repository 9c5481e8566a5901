import { Done, Wrong } from "#accounts";
import { clockTime, type Language, LongText } from "#platform";
import { say as sayVault } from "../../messages.ts";
import type { PastLook } from "../../pass-look/index.ts";
import { fieldList } from "../describing.ts";
import { say } from "../messages.ts";
import { dueAt, findings, type Pass } from "../pass.ts";

export const reviewsPath = "/staff/reviews";

/** A use of break-glass as who reviews it sees it. */
export type ShownReview = {
  pass: Pass;
  asker: string;
  approver: string;
  account: string | undefined;
  purpose: string;
  reason: string;
  looks: readonly PastLook[];
  /** Who is to close it, or closed it. */
  reviewer: string | undefined;
  isOwn: boolean;
  mayClose: boolean;
};

export type ReviewsPageProps = {
  language: Language;
  waiting: readonly ShownReview[];
  closed: readonly ShownReview[];
  noteLettersMin: number;
  now: Date;
  isDone: boolean;
  problem?: string | undefined;
  /** What was typed about which one, and not taken. */
  typed?: { id: string; finding: string; note: string } | undefined;
};

/** What break-glass was used for, and what somebody found who had no part in it. */
export function ReviewsPage(props: ReviewsPageProps) {
  const { language, waiting, closed, problem } = props;
  const yours = waiting.filter(({ mayClose }) => mayClose);
  const others = waiting.filter(({ mayClose }) => !mayClose);
  return (
    <>
      <h1>{say(language, "reviews.title")}</h1>
      <p class="lead">{say(language, "reviews.lead")}</p>
      {problem !== undefined && <Wrong label={say(language, "reviews.failed")}>{problem}</Wrong>}
      {props.isDone && (
        <Done label={say(language, "reviews.title")}>{say(language, "reviews.done")}</Done>
      )}
      <section aria-labelledby="yours" class="stack">
        <h2 id="yours">{say(language, "reviews.yours")}</h2>
        {yours.length === 0 && <p>{say(language, "reviews.yours.none")}</p>}
        {yours.map((shown) => (
          <ReviewCard {...props} shown={shown}>
            <CloseForm {...props} shown={shown} />
          </ReviewCard>
        ))}
      </section>
      {others.length > 0 && (
        <section aria-labelledby="others" class="stack">
          <h2 id="others">{say(language, "reviews.others")}</h2>
          {others.map((shown) => (
            <ReviewCard {...props} shown={shown}>
              <p class="muted">{waitsFor(language, shown)}</p>
            </ReviewCard>
          ))}
        </section>
      )}
      {closed.length > 0 && (
        <section aria-labelledby="closed" class="stack">
          <h2 id="closed">{say(language, "reviews.closed")}</h2>
          {closed.map((shown) => (
            <ReviewCard {...props} shown={shown}>
              <Closed language={language} shown={shown} />
            </ReviewCard>
          ))}
        </section>
      )}
    </>
  );
}

type CardProps = Pick<ReviewsPageProps, "language" | "now"> & { shown: ShownReview };

function ReviewCard({ language, now, shown, children }: CardProps & { children?: unknown }) {
  const { pass, looks } = shown;
  const at = pass.givenAt;
  const values = { fields: fieldList(language, pass.fields), at, time: clockTime(at) };
  const facts = [
    ["review.asker", shown.asker],
    ["review.approver", shown.approver],
    ["review.client", shown.account ?? say(language, "review.client.unknown")],
    ["purpose", shown.purpose],
    ["review.why", shown.reason],
    ["review.shown", looks.length === 0 ? say(language, "review.shown.none") : undefined],
    ["review.told", pass.seal && sealedWords(language, pass.seal)],
  ] as const;
  return (
    <article class="card" aria-labelledby={pass.id}>
      <h3 id={pass.id}>{say(language, "review.title", values)}</h3>
      {!pass.review && <Due language={language} pass={pass} now={now} />}
      <dl class="facts">
        {facts.map(
          ([key, value]) =>
            value && (
              <div>
                <dt>{say(language, key)}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
        {looks.length > 0 && (
          <div>
            <dt>{say(language, "review.shown")}</dt>
            {looks.map((look) => (
              <dd>{lookWords(language, look)}</dd>
            ))}
          </div>
        )}
      </dl>
      {children}
    </article>
  );
}

function Due({ language, pass, now }: { language: Language; pass: Pass; now: Date }) {
  const due = dueAt(pass);
  return now < due ? (
    <p class="muted small">{say(language, "review.due", { due })}</p>
  ) : (
    <p class="notice tone-danger">{say(language, "review.overdue", { due })}</p>
  );
}

function Closed({ language, shown }: { language: Language; shown: ShownReview }) {
  const { review } = shown.pass;
  if (!review) return null;
  const values = { name: shown.reviewer ?? review.by, at: review.at };
  return (
    <div class={`notice tone-${review.finding === "wrong" ? "danger" : "good"}`}>
      <p>
        <strong>{say(language, `finding.${review.finding}`)}</strong>{" "}
        <span class="small">{say(language, "review.by", values)}</span>
      </p>
      <p>{review.note}</p>
    </div>
  );
}

function CloseForm(props: ReviewsPageProps & { shown: ShownReview }) {
  const { language, shown, typed: all } = props;
  const { id } = shown.pass;
  const typed = all?.id === id ? all : undefined;
  return (
    <form method="post" action={`${reviewsPath}/${id}`}>
      <fieldset>
        <legend>{say(language, "review.finding")}</legend>
        {findings.map((finding) => (
          <label class="choice">
            <input
              type="radio"
              name="finding"
              value={finding}
              required
              checked={typed?.finding === finding}
            />
            {say(language, `review.${finding}`)}
          </label>
        ))}
      </fieldset>
      <LongText
        name={`note-${id}`}
        field="note"
        label={say(language, "review.note")}
        hint={say(language, "review.note.hint", { letters: props.noteLettersMin })}
        rows={3}
        letters={{ min: props.noteLettersMin, max: 500 }}
        value={typed?.note ?? ""}
      />
      <p class="actions">
        <button type="submit">{say(language, "review.close")}</button>
      </p>
    </form>
  );
}

function waitsFor(language: Language, { isOwn, reviewer }: ShownReview): string {
  const whom = reviewer
    ? say(language, "review.waits", { name: reviewer })
    : say(language, "review.waits.anybody");
  return isOwn ? `${say(language, "review.not_yours")} ${whom}.` : `${whom}.`;
}

function lookWords(language: Language, { field, allowed, at }: PastLook): string {
  const values = { field: sayVault(language, `field.${field}`), time: clockTime(at) };
  return say(language, allowed ? "review.look" : "review.look.denied", values);
}

function sealedWords(language: Language, { until, reason }: NonNullable<Pass["seal"]>): string {
  const because = say(language, `because.${reason}`);
  return say(language, "review.told.until", { day: new Date(until), because });
}
