import { type Id, Labelled } from "#platform";
import type { Claim, Decision, Grounds, Support } from "../../claim/index.ts";
import { missingGrounds, statusOf } from "../../claim/index.ts";
import { wordsOfClaim, wordsOfName } from "../../edition/index.ts";
import type { Known } from "../../keeping/index.ts";
import type { Act } from "../act.ts";
import { say } from "../messages.ts";
import { Badges } from "./badges.tsx";
import { Fact } from "./fact.tsx";
import { Decision as DecisionFields, ExactPassage } from "./fields.tsx";
import { BriefFrame, type FrameProps, pathOf } from "./frame.tsx";

export type ClaimPageProps = FrameProps & {
  known: Known;
  claim: Claim;
  grounds: Grounds;
  acts: readonly Act[];
  successors: readonly Claim[];
  names: ReadonlyMap<Id<"staff">, string>;
  typed: { is: string; reason: string; into: string };
  /** The passage that somebody typed, which wasn't found. */
  passage: { source: string; exact: string };
};

/** One claim: what it says, where that stands, what keeps it from being confirmed, and what was decided on it. */
export function ClaimPage(props: ClaimPageProps) {
  const { language, brief, claim, known } = props;
  const { number, subject, slot } = claim;
  const path = pathOf(brief);
  const last = known.claims.at(-1)?.number ?? number;
  return (
    <BriefFrame {...props} place="claims" isWithin={true} keys="claim" live={`/claims/${number}`}>
      <div class="stack" data-live="claim">
        <h2>
          {`${number}. ${wordsOfClaim(claim)}`} <Badges language={language} claim={claim} />
        </h2>
        <p class="acts">
          {number > 1 && (
            <a href={`${path}/claims/${number - 1}`} data-key="p">
              {say(language, "claim.former")}
            </a>
          )}
          {number < last && (
            <a href={`${path}/claims/${number + 1}`} data-key="n">
              {say(language, "claim.next")}
            </a>
          )}
          <a href={`${path}?subject=${subject}&slot=${slot}`}>{say(language, "claim.matter")}</a>
        </p>
        <dl class="facts">
          <Fact title={say(language, "claim.asks")}>
            {say(language, "matter", { slot: wordsOfName(slot), subject: wordsOfName(subject) })}
          </Fact>
          <Fact title={say(language, "claim.speaker")}>
            {say(language, `speaker.${claim.speaker}`)}
          </Fact>
          <Fact title={say(language, "claim.author")}>
            <Author {...props} />
          </Fact>
          <Fact title={say(language, "claim.grounds")}>
            <Standing {...props} />
          </Fact>
        </dl>
        <Passages {...props} />
        <History {...props} />
      </div>
      <Deciding {...props} />
      <AddPassage {...props} />
    </BriefFrame>
  );
}

function Author({ language, claim: { author, addedAt }, names }: ClaimPageProps) {
  const at = addedAt;
  if (author.is === "rules") return <>{say(language, "author.rules", { at })}</>;
  if (author.is === "model") return <>{say(language, "author.model", { at, name: author.name })}</>;
  const by = names.get(author.staff) ?? say(language, "somebody");
  return <>{say(language, "author.person", { at, by })}</>;
}

/** How many voices it has, and what stands in the way of being confirmed. */
function Standing({ language, brief, grounds, claim }: ClaimPageProps) {
  const { sources, origins, contradictedBy } = grounds;
  const count = origins.independentAmong(sources);
  const missing = missingGrounds(grounds);
  return (
    <>
      {say(language, "grounds", { count, sources: sources.length })}
      {contradictedBy.length > 0 && (
        <>
          <br />
          {say(language, "grounds.against")}
          {contradictedBy.slice(0, 20).map((number) => (
            <>
              {" "}
              <a href={`${pathOf(brief)}/claims/${number}`}>{`[${number}]`}</a>
            </>
          ))}
        </>
      )}
      {missing && statusOf(claim) !== "withdrawn" && (
        <>
          <br />
          <span class="muted">{say(language, "grounds.missing", { why: missing.message })}</span>
        </>
      )}
    </>
  );
}

function Passages({ language, brief, claim, known }: ClaimPageProps) {
  return (
    <section aria-labelledby="passages">
      <h2 id="passages">{say(language, "passages")}</h2>
      {claim.supports.map((support) => (
        <Passage {...{ language, brief, claim, known, support }} />
      ))}
    </section>
  );
}

type PassageProps = Pick<ClaimPageProps, "language" | "brief" | "claim" | "known"> & {
  support: Support;
};

function Passage({ language, brief, claim, known, support: { source: id, quote } }: PassageProps) {
  const source = known.sources.get(id);
  if (!source) return null;
  const { name, publisher, published } = source;
  return (
    <figure>
      <blockquote class="quote">
        <span class="muted">{`…${quote.prefix}`}</span>
        <mark>{quote.exact}</mark>
        <span class="muted">{`${quote.suffix}…`}</span>
      </blockquote>
      <figcaption class="hint">
        <a href={`${pathOf(brief)}/sources/${name}?claim=${claim.number}#claim-${claim.number}`}>
          {name}
        </a>{" "}
        {say(language, "passage.source", {
          ...{ publisher: publisher ?? say(language, "source.anonymous") },
          ...{ published: published ?? say(language, "source.undated") },
          capture: source.capture,
        })}
      </figcaption>
    </figure>
  );
}

function Deciding({ language, brief, claim, acts, successors, typed }: ClaimPageProps) {
  if (acts.length === 0) return null;
  const possible = acts.filter((act) => act !== "superseded" || successors.length > 0);
  return (
    <section aria-labelledby="decide">
      <h2 id="decide">{say(language, "decide.title")}</h2>
      <form
        method="post"
        action={`${pathOf(brief)}/claims/${claim.number}/decide`}
        class="card stack"
      >
        <DecisionFields
          {...{ language, typed, acts: possible }}
          legend={say(language, "decide.legend")}
        >
          {possible.includes("superseded") && (
            <Labelled name="into" label={say(language, "decide.into")}>
              <select id="into" name="into">
                <option value="">{say(language, "decide.into.none")}</option>
                {successors.slice(0, 100).map((one) => (
                  <option value={one.number} selected={typed.into === String(one.number)}>
                    {`${one.number}. ${wordsOfClaim(one)}`}
                  </option>
                ))}
              </select>
            </Labelled>
          )}
        </DecisionFields>
        <p class="actions">
          <button type="submit">{say(language, "decide.submit")}</button>
        </p>
      </form>
    </section>
  );
}

function History({ language, brief, claim, known, names }: ClaimPageProps) {
  const into = (decision: Decision) => decision.into && known.claim(decision.into)?.number;
  return (
    <section aria-labelledby="history">
      <h2 id="history">{say(language, "history")}</h2>
      {claim.decisions.length === 0 ? (
        <p>{say(language, "history.none")}</p>
      ) : (
        <ol>
          {claim.decisions.map((decision) => (
            <li>
              <strong>{say(language, `status.${decision.status}`)}</strong>
              {into(decision) !== undefined && (
                <>
                  {" "}
                  <a href={`${pathOf(brief)}/claims/${into(decision)}`}>{`[${into(decision)}]`}</a>
                </>
              )}
              {", "}
              {say(language, `visibility.${decision.visibility}`)}
              <br />
              <span class="muted small">
                {say(language, "history.by", {
                  ...{ by: names.get(decision.by) ?? say(language, "somebody"), at: decision.at },
                  reason: decision.reason,
                })}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function AddPassage({ language, brief, claim, known, passage }: ClaimPageProps) {
  return (
    <details open={passage.exact !== ""}>
      <summary>{say(language, "passage.add")}</summary>
      <form
        method="post"
        action={`${pathOf(brief)}/claims/${claim.number}/passages`}
        class="card stack"
      >
        <Labelled name="source" label={say(language, "passage.from")}>
          <input
            id="source"
            name="source"
            list="sources"
            required
            maxlength={60}
            autocomplete="off"
            value={passage.source}
          />
          <datalist id="sources">
            {[...known.sources.values()].slice(0, 200).map(({ name, publisher }) => (
              <option value={name}>{publisher}</option>
            ))}
          </datalist>
        </Labelled>
        <ExactPassage language={language} value={passage.exact} />
        <p class="actions">
          <button type="submit">{say(language, "passage.submit")}</button>
        </p>
      </form>
    </details>
  );
}
