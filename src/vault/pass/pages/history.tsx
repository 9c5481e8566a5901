import { clockTime, type Language, Linked } from "#platform";
import { fieldList } from "../describing.ts";
import { say } from "../messages.ts";
import type { Pass } from "../pass.ts";

export type HistoryPageProps = {
  language: Language;
  facts: readonly { label: string; value: string }[];
  passes: readonly (Pass & { shown: number; purposeWords: string; agreedBy: string })[];
};

/** What somebody did with break-glass before, for who is to agree to more of it. Of the clients nothing stands here. */
export function HistoryPage({ language, facts, passes }: HistoryPageProps) {
  return (
    <>
      <h1>{say(language, "history.title")}</h1>
      <p class="lead">{say(language, "history.lead")}</p>
      <dl class="facts">
        {facts.map(({ label, value }) => (
          <div>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {passes.length === 0 ? (
        <p>{say(language, "history.none")}</p>
      ) : (
        <section class="scroll" aria-label={say(language, "history.title")} tabindex={0}>
          <Passes language={language} passes={passes} />
        </section>
      )}
      <p>
        <Linked sentence={say(language, "history.back")} href="/staff/approvals" />
      </p>
    </>
  );
}

function Passes({ language, passes }: Pick<HistoryPageProps, "language" | "passes">) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{say(language, "history.when")}</th>
          <th scope="col">{say(language, "purpose")}</th>
          <th scope="col">{say(language, "history.fields")}</th>
          <th scope="col">{say(language, "history.by")}</th>
          <th scope="col">{say(language, "history.looks")}</th>
          <th scope="col">{say(language, "history.finding")}</th>
        </tr>
      </thead>
      <tbody>
        {passes.map(({ givenAt, fields, review, ...pass }) => (
          <tr>
            <td>{say(language, "own.one", { at: givenAt, time: clockTime(givenAt) })}</td>
            <td>{pass.purposeWords}</td>
            <td>{fieldList(language, fields)}</td>
            <td>{pass.agreedBy}</td>
            <td>{pass.shown}</td>
            <td>{say(language, `finding.${review?.finding ?? "none"}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
