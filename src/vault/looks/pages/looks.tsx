import { type Language, Linked } from "#platform";
import { say } from "../messages.ts";
import type { LooksPage } from "../reading.ts";
import { Group } from "./group.tsx";
import { Strip } from "./strip.tsx";

export type LooksPageProps = {
  language: Language;
  page: LooksPage;
  /** It is the first page, which stays live. */
  isFirst: boolean;
  /** How many looks no signed head holds yet. */
  unsealed: number;
  script: string;
};

/** Who looked at a client's data, for that client: who is frightened and on a telephone must understand it. */
export function LooksListPage({ language, page, isFirst, unsealed, script }: LooksPageProps) {
  const { days, next, sealed, strip } = page;
  const isEmpty = days.length === 0;
  const entriesSealed = sealed.reduce((all, { entries }) => all + entries, 0);
  return (
    <>
      <header>
        <h1>{say(language, "title")}</h1>
        <p class="lead">{say(language, "lead")}</p>
      </header>
      {isFirst && <LiveNotices language={language} />}
      <div class="stack" data-live={isFirst ? "looks" : undefined} data-newest={page.newest ?? ""}>
        {isFirst && <Strip language={language} days={strip} entriesSealed={entriesSealed} />}
        <SealedEntries language={language} sealed={sealed} />
        {!isEmpty && <p class="muted small">{say(language, "times_in")}</p>}
        {isEmpty && isFirst && entriesSealed === 0 && <Empty language={language} />}
        {isEmpty && !isFirst && <p>{say(language, "none_older", { sealed: entriesSealed })}</p>}
        {days.map(({ day, groups }) => (
          <section class="stack" aria-labelledby={`day-${day}`}>
            <h2 id={`day-${day}`}>{say(language, "day", { at: new Date(day) })}</h2>
            {groups.map((group) => (
              <Group language={language} group={group} naming={page} />
            ))}
          </section>
        ))}
        {(next || !isFirst) && (
          <p class="actions">
            {next && (
              <a class="button plain" href={`/account/looks?before=${next}`}>
                {say(language, "older")}
              </a>
            )}{" "}
            {!isFirst && <a href="/account/looks">{say(language, "newest")}</a>}
          </p>
        )}
        {!isEmpty && <Keep language={language} sealed={sealed} unsealed={unsealed} />}
      </div>
      {isFirst && <script type="module" src={script} />}
    </>
  );
}

function Empty({ language }: { language: Language }) {
  return (
    <section class="card" aria-labelledby="nobody">
      <h2 id="nobody">{say(language, "empty.title")}</h2>
      <p>{say(language, "empty.lead")}</p>
    </section>
  );
}

type SealedProps = { language: Language; sealed: LooksPage["sealed"] };

function SealedEntries({ language, sealed }: SealedProps) {
  if (sealed.length === 0) return null;
  return (
    <section class="notice tone-caution" aria-label={say(language, "sealed.label")}>
      {sealed.map(({ until, entries }) => (
        <p>
          <strong>{say(language, "sealed.one", { entries, until: new Date(until) })}</strong>
        </p>
      ))}
      <p>{say(language, "sealed.why")}</p>
    </section>
  );
}

function Keep({ language, sealed, unsealed }: SealedProps & { unsealed: number }) {
  const last = sealed.at(-1);
  return (
    <section class="card no-print" aria-labelledby="keep">
      <h2 id="keep">{say(language, "keep.title")}</h2>
      <p>{say(language, "keep.lead")}</p>
      <p>
        <a href="/account/looks/list">{say(language, "keep.list")}</a>{" "}
        <span class="muted small">{say(language, "keep.list_hint")}</span>
      </p>
      {last ? (
        <p>{say(language, "keep.withheld", { until: new Date(last.until) })}</p>
      ) : (
        <p>
          <a href="/account/looks/proofs">{say(language, "keep.proofs")}</a>{" "}
          <span class="muted small">
            <Linked sentence={say(language, "keep.proofs_hint")} href="/log/verify" />
            {unsealed > 0 && ` ${say(language, "keep.unsealed", { entries: unsealed })}`}
          </span>
        </p>
      )}
    </section>
  );
}

/** What the page's script shows about the page itself. */
function LiveNotices({ language }: { language: Language }) {
  return (
    <div role="status">
      <p class="notice tone-caution" data-away hidden>
        {say(language, "live.away")}
      </p>
      <p class="notice tone-caution" data-gone hidden>
        {say(language, "live.gone")}
      </p>
    </div>
  );
}
