import type { Language } from "#platform";
import { Problem } from "../../passkey/index.ts";
import type { Approval } from "../approval.ts";
import type { Described } from "../kind.ts";
import { say } from "../messages.ts";

/** An approval with what a page says of it. */
export type ShownApproval = {
  approval: Approval;
  described: Described;
  askedBy: string;
  approver: string;
};

export type ApprovalsPageProps = {
  language: Language;
  /** What waits for the reader's decision. */
  waiting: readonly ShownApproval[];
  /** What the reader asked for and can still use or take back. */
  asked: readonly ShownApproval[];
  over: readonly ShownApproval[];
  /** One word for how all of it stands, and what shows by itself when that changes. */
  standing: string;
  script: string;
  problem?: string | undefined;
  done?: string | undefined;
};

/** What is asked, why, for how long and by whom; and the two answers. */
export function ApprovalsPage({ language, waiting, asked, over, ...told }: ApprovalsPageProps) {
  return (
    <>
      <h1>{say(language, "title")}</h1>
      {told.problem !== undefined && <Problem language={language} sentence={told.problem} />}
      {told.done !== undefined && (
        <p class="notice tone-good" role="status">
          {told.done}
        </p>
      )}
      <section data-standing={told.standing} data-standing-path="/staff/approvals/standing">
        <h2>{say(language, "waiting.title")}</h2>
        <p class="hint">{say(language, "waiting.lead")}</p>
        {waiting.length === 0 && <p>{say(language, "waiting.none")}</p>}
        {waiting.map((shown) => (
          <Card language={language} shown={shown}>
            <Deciding language={language} id={shown.approval.id} />
          </Card>
        ))}
      </section>
      {asked.length > 0 && (
        <section>
          <h2>{say(language, "asked.title")}</h2>
          {asked.map((shown) => (
            <Card language={language} shown={shown}>
              <form method="post" action={`/staff/approvals/${shown.approval.id}/withdraw`}>
                <button type="submit" class="plain">
                  {say(language, "withdraw")}
                </button>
              </form>
            </Card>
          ))}
        </section>
      )}
      {over.length > 0 && (
        <section>
          <h2>{say(language, "over.title")}</h2>
          <ul class="links">
            {over.map(({ approval, described, askedBy, approver }) => (
              <li>
                <strong>{described.title}</strong>
                <span class="muted small">
                  {say(language, "over.one", { by: askedBy, to: approver })}{" "}
                  {stateIn(language, approval)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <script type="module" src={told.script} />
    </>
  );
}

type CardProps = { language: Language; shown: ShownApproval; children: unknown };

function Card({ language, shown, children }: CardProps) {
  const { approval, described, askedBy, approver } = shown;
  return (
    <article class="card" aria-labelledby={approval.id}>
      <h3 id={approval.id}>{described.title}</h3>
      <dl class="facts">
        {described.facts.map(({ label, value }) => (
          <div>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{say(language, "why")}</dt>
          <dd>{approval.reason}</dd>
        </div>
        <div>
          <dt>{say(language, "by")}</dt>
          <dd>{say(language, "by.value", { by: askedBy, at: approval.askedAt })}</dd>
        </div>
        <div>
          <dt>{say(language, "to")}</dt>
          <dd>{approver}</dd>
        </div>
        <div>
          <dt>{say(language, "state")}</dt>
          <dd>{stateIn(language, approval)}</dd>
        </div>
      </dl>
      {described.more && (
        <p>
          <a href={described.more.path}>{described.more.label}</a>
        </p>
      )}
      {children}
    </article>
  );
}

function Deciding({ language, id }: { language: Language; id: Approval["id"] }) {
  return (
    <form method="post" action={`/staff/approvals/${id}/decide`} class="vote">
      <button type="submit" name="decision" value="approved">
        {say(language, "approve")}
      </button>
      <button type="submit" name="decision" value="refused" class="plain">
        {say(language, "refuse")}
      </button>
    </form>
  );
}

function stateIn(language: Language, { state }: Approval): string {
  const at = "until" in state ? state.until : state.at;
  return say(language, `state.${state.is}`, { at });
}
