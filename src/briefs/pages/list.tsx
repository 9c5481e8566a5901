import type { Language } from "#platform";
import type { Body } from "../edition/index.ts";
import { say } from "../messages.ts";
import { dateLine, headlineOf, oneLine, withdrawalWords } from "../rendering/index.ts";

export type Listed = {
  body: Body;
  /** It changed since the moment that the address names. */
  isNew: boolean;
};

type ListProps = { language: Language; listed: readonly Listed[]; since: string };

export function BriefListPage({ language, listed, since }: ListProps) {
  return (
    <>
      <h1>{say(language, "list.title")}</h1>
      <p class="muted small">
        <a href={`/briefs?since=${since}`}>{say(language, "list.keep")}</a>
      </p>
      {listed.length === 0 && <p>{say(language, "list.none")}</p>}
      <ul class="links">
        {listed.map(({ body, isNew }) => (
          <li lang="en">
            <a href={`/briefs/${body.brief}`}>{headlineOf(body)}</a>{" "}
            <span class="muted small">{dateLine(body)}</span>
            {isNew && <Changed body={body} language={language} />}
          </li>
        ))}
      </ul>
    </>
  );
}

function Changed({ body, language }: { body: Body; language: Language }) {
  if (body.is === "withdrawal") return <p>{withdrawalWords(body)}</p>;
  if (body.previous === null) return <p>{say(language, "list.new")}</p>;
  const { changes, corrections, number, reason } = body;
  const corrected = corrections.filter(({ edition }) => edition === number).length;
  const counts = { sentences: changes.length, corrections: corrected };
  return (
    <p>
      {say(language, "list.changed", counts)} {oneLine(reason ?? "")}{" "}
      <a href={`/briefs/${body.brief}#changes`}>{say(language, "list.changed.link")}</a>
    </p>
  );
}
