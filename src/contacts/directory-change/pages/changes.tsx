import { type Id, type Language, Notice } from "#platform";
import type { Contact, Directory, ReportedContact } from "../../directory.ts";
import type { DirectoryDiff } from "../diff.ts";
import type { ListedProposal } from "../directory-changes.ts";
import { say } from "../messages.ts";
import { isOpen, type Proposal, type ProposalState } from "../proposal.ts";

const home = "/staff/directory";

type ChangesPageProps = {
  language: Language;
  /** The one in force. */
  directory: Directory;
  listed: readonly ListedProposal[];
  problem?: string;
  /** What was typed. */
  reason?: string;
};

export function ChangesPage({ language, directory, listed, problem, reason }: ChangesPageProps) {
  const { version = 0, expires_at: expires } = directory;
  const isUnderWay = ({ state }: ListedProposal) => isOpen(state) || state.is === "uploaded";
  const open = listed.filter(isUnderWay);
  const over = listed.filter((one) => !isUnderWay(one));
  return (
    <>
      <h1>{say(language, "title")}</h1>
      <p>{say(language, "lead")}</p>
      <p>
        <strong>{say(language, "current", { version, expires: new Date(expires ?? 0) })}</strong>
      </p>
      {problem !== undefined && <Problem language={language} sentence={problem} />}
      {open.length > 0 && <Listed language={language} title="open.title" listed={open} />}
      <section class="card" aria-labelledby="upload">
        <h2 id="upload">{say(language, "upload.title")}</h2>
        <form method="post" action={home} enctype="multipart/form-data">
          <label for="edition">{say(language, "upload.file")}</label>
          <p class="hint" id="edition-hint">
            {say(language, "upload.hint")}
          </p>
          <input
            type="file"
            id="edition"
            name="edition"
            accept=".json,application/json"
            aria-describedby="edition-hint"
            required
          />
          <Reason language={language} value={reason} />
          <p class="actions">
            <button type="submit">{say(language, "propose")}</button>
          </p>
        </form>
      </section>
      {over.length > 0 && <Listed language={language} title="over.title" listed={over} />}
    </>
  );
}

type ListedProps = {
  language: Language;
  title: "open.title" | "over.title";
  listed: readonly ListedProposal[];
};

function Listed({ language, title, listed }: ListedProps) {
  return (
    <section>
      <h2>{say(language, title)}</h2>
      <ul class="links">
        {listed.map(({ proposal, state }) => (
          <li>
            <a href={`${home}/${proposal.id}`}>
              {say(language, "one.title", { version: proposal.version })}
            </a>
            <p>{stateIn(language, state)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

type ChangePageProps = {
  language: Language;
  proposal: Proposal;
  state: ProposalState;
  diff: DirectoryDiff;
  names: ReadonlyMap<Id<"staff">, string>;
  problem: string | undefined;
  done: "proposed" | "withdrawn" | undefined;
};

/** One change: every entry that it adds, removes or changes. */
export function ChangePage({ language, proposal, state, diff, names, ...told }: ChangePageProps) {
  const title = say(language, "one.title", { version: proposal.version });
  const { proposed, agreed } = proposal;
  const base = `${home}/${proposal.id}`;
  const canStop = isOpen(state) || state.is === "uploaded";
  return (
    <>
      <h1>{title}</h1>
      {told.problem !== undefined && <Problem language={language} sentence={told.problem} />}
      {told.done && (
        <Notice tone="good" label={title}>
          <p role="status">{say(language, `done.${told.done}`)}</p>
        </Notice>
      )}
      <p>
        <strong>{stateIn(language, state)}</strong>
      </p>
      <ul>
        {proposed && (
          <li>
            {say(language, "proposed_by", { name: names.get(proposed.by) ?? "", at: proposed.at })}
          </li>
        )}
        {agreed && (
          <li>{say(language, "agreed_by", { name: names.get(agreed.by) ?? "", at: agreed.at })}</li>
        )}
      </ul>
      <p class="small muted">
        {say(language, "hash")} <samp>{proposal.sha256}</samp>
      </p>
      <Diff language={language} diff={diff} />
      {state.is === "uploaded" && (
        <form method="post" action={`${base}/propose`}>
          <Reason language={language} value={undefined} />
          <p class="actions">
            <button type="submit">{say(language, "propose")}</button>
          </p>
        </form>
      )}
      {canStop && (
        <form method="post" action={`${base}/withdraw`}>
          <p>{say(language, "withdraw.lead")}</p>
          <p class="actions">
            <button type="submit" class="danger">
              {say(language, "withdraw")}
            </button>
          </p>
        </form>
      )}
    </>
  );
}

function Diff({ language, diff }: { language: Language; diff: DirectoryDiff }) {
  const { added, removed, changed, facts, reportedAdded, reportedRemoved } = diff;
  const counts = [added, removed, changed, facts, reportedAdded, reportedRemoved];
  return (
    <section aria-labelledby="diff">
      <h2 id="diff">{say(language, "more")}</h2>
      {counts.every(({ length }) => length === 0) && <p>{say(language, "nothing")}</p>}
      <Entries language={language} title={say(language, "added")} entries={added} />
      <Entries language={language} title={say(language, "removed")} entries={removed} />
      {changed.length > 0 && <h3>{say(language, "changed")}</h3>}
      {changed.map(({ before, after }) => (
        <dl class="facts">
          <BeforeAfter language={language} before={wordsOf(before)} after={wordsOf(after)} />
        </dl>
      ))}
      {facts.length > 0 && <h3>{say(language, "facts")}</h3>}
      {facts.map(({ name, before, after }) => (
        <>
          <h4>{say(language, `fact.${name}`)}</h4>
          <dl class="facts">
            <BeforeAfter language={language} before={before} after={after} />
          </dl>
        </>
      ))}
      <Entries
        language={language}
        title={say(language, "reported.added")}
        entries={reportedAdded}
      />
      <Entries
        language={language}
        title={say(language, "reported.removed")}
        entries={reportedRemoved}
      />
    </section>
  );
}

function BeforeAfter({
  language,
  ...words
}: {
  language: Language;
  before: string;
  after: string;
}) {
  return (
    <>
      {(["before", "after"] as const).map((when) => (
        <div>
          <dt>{say(language, `changed.${when}`)}</dt>
          <dd>
            <samp>{words[when]}</samp>
          </dd>
        </div>
      ))}
    </>
  );
}

function Entries({
  language,
  title,
  entries,
}: {
  language: Language;
  title: string;
  entries: readonly (Contact | ReportedContact)[];
}) {
  if (entries.length === 0) return null;
  return (
    <>
      <h3>{say(language, "counted", { title, count: entries.length })}</h3>
      <ul class="links">
        {entries.map((entry) => (
          <li>
            <samp dir="auto">{wordsOf(entry)}</samp>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Everything that an entry says, so that nothing changes unseen. */
function wordsOf({ type, value, ...more }: Contact | ReportedContact): string {
  const rest = Object.entries(more).map(([name, said]) => `${name}: ${said}`);
  return [`${type} ${value}`, ...rest].join(" · ");
}

function Reason({ language, value = "" }: { language: Language; value: string | undefined }) {
  return (
    <label>
      {say(language, "reason")}
      <textarea name="reason" maxlength={500} required>
        {value}
      </textarea>
    </label>
  );
}

function Problem({ language, sentence }: { language: Language; sentence: string }) {
  return (
    <Notice tone="danger" label={say(language, "title")}>
      <p role="alert">{sentence}</p>
    </Notice>
  );
}

function stateIn(language: Language, state: ProposalState): string {
  const values = "at" in state ? { at: state.at } : "until" in state ? { until: state.until } : {};
  return say(language, `state.${state.is}`, values);
}
