import type { Language } from "#platform";
import type { Body } from "../edition/index.ts";
import { say } from "../messages.ts";
import {
  dateLine,
  headlineOf,
  oneLine,
  withdrawalWords,
  wordsOfCorrection,
} from "../rendering/index.ts";

export type Listed = {
  body: Body;
  /** It changed since the moment that the address names. */
  isNew: boolean;
};

type ListProps = {
  language: Language;
  listed: readonly Listed[];
  now: Date;
  /** The moment that the address names: nobody else remembers when a reader was here. */
  since: Date | undefined;
};

export function BriefListPage({ language, listed, now, since }: ListProps) {
  const count = listed.filter(({ isNew }) => isNew).length;
  return (
    <>
      <h1>{say(language, "list.title")}</h1>
      {since && <p>{say(language, "list.since", { count, at: `${minuteOf(since)} UTC` })}</p>}
      <p class="muted small">
        <a href={`/briefs?since=${minuteOf(now).replace(" ", "T")}Z`}>
          {say(language, "list.keep")}
        </a>
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

/** Such as `2026-11-22 10:30`, in UTC. */
function minuteOf(at: Date): string {
  return at.toISOString().slice(0, 16).replace("T", " ");
}

function Changed({ body, language }: { body: Body; language: Language }) {
  if (body.is === "withdrawal") return <p>{withdrawalWords(body)}</p>;
  if (body.previous === null) return <p>{say(language, "list.new")}</p>;
  const { changes, corrections, number, reason } = body;
  const corrected = corrections.filter(({ edition }) => edition === number);
  const counts = { sentences: changes.length, corrections: corrected.length };
  return (
    <p>
      {say(language, "list.changed", counts)} {oneLine(reason ?? "")}{" "}
      {corrected.map((one) => `${oneLine(wordsOfCorrection(one))} `)}
      <a href={`/briefs/${body.brief}#changes`}>{say(language, "list.changed.link")}</a>
    </p>
  );
}
