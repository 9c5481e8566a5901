import { clockTime, Icon, type IconName, type Language, Linked } from "#platform";
import type { Change } from "../../change/index.ts";
import type { Finding } from "../check-up.ts";
import { isMessageKey, type MessageKey, say } from "../messages.ts";

export type CheckUpPageProps = {
  language: Language;
  publicId: string;
  findings: readonly Finding[];
  /** The newest first. */
  changes: readonly Change[];
  done?: MessageKey;
};

const looks = {
  good: { icon: "check", tone: "good", words: "state.good" },
  look: { icon: "warning", tone: "caution", words: "state.look" },
  missing: { icon: "stop", tone: "danger", words: "state.missing" },
} as const satisfies Record<Finding["state"], { icon: IconName; tone: string; words: MessageKey }>;

/** The account's first page: what protects it, what doesn't, and what was changed lately. */
export function CheckUpPage({ language, publicId, findings, changes, done }: CheckUpPageProps) {
  const good = findings.filter(({ state }) => state === "good").length;
  return (
    <>
      <h1>{say(language, "title")}</h1>
      {done && (
        <p class="notice tone-good" role="status">
          {say(language, done)}
        </p>
      )}
      <section class="card">
        <p>
          {say(language, "public_id.label")}
          <samp class="public-id">{publicId}</samp>
        </p>
        <p class="muted">{say(language, "public_id.lead")}</p>
      </section>
      <section aria-labelledby="protection">
        <h2 id="protection">{say(language, "list.title")}</h2>
        <p>
          <strong>{say(language, "count", { good, all: findings.length })}</strong>{" "}
          <span class="muted">{say(language, "list.lead")}</span>
        </p>
        <ol class="check-list">
          {findings.map((finding) => (
            <FindingItem language={language} finding={finding} />
          ))}
        </ol>
      </section>
      <Changes language={language} changes={changes} />
    </>
  );
}

function FindingItem({ language, finding }: { language: Language; finding: Finding }) {
  const { words, state, fix, count = 0, mask = "", until } = finding;
  const look = looks[state];
  const values = { count, left: count, mask, ...(until && { until }) };
  return (
    <li class={`tone-${look.tone}`}>
      <Icon name={look.icon} />
      <div>
        <h3>{say(language, words, values)}</h3>
        <p class="state">{say(language, look.words)}</p>
        <p class="muted">{say(language, `${words}.why`)}</p>
        {fix && (
          <p>
            <a href={fix.path}>{say(language, fix.words)}</a>
          </p>
        )}
      </div>
    </li>
  );
}

function Changes({ language, changes }: Pick<CheckUpPageProps, "language" | "changes">) {
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{say(language, "changes.title")}</h2>
      {changes.length === 0 && <p>{say(language, "changes.none")}</p>}
      <ul>
        {changes.map(({ kind, madeAt: at, undoneAt }) => (
          <li>
            {say(language, changeKey(kind))}
            {undoneAt && " "}
            {undoneAt && <strong>{say(language, "changes.undone")}</strong>}
            <br />
            <span class="muted small">
              {say(language, "changes.at", { at, time: clockTime(at) })}
            </span>
          </li>
        ))}
      </ul>
      <p>
        <Linked sentence={say(language, "changes.not_me")} href="/account/locked" />
      </p>
    </section>
  );
}

function changeKey(kind: string): MessageKey {
  const key = `change.${kind}`;
  return isMessageKey(key) ? key : "change.other";
}
