import { Labelled, type Language } from "#platform";
import type { Brief } from "../../brief/index.ts";
import { wordsOfClaim } from "../../edition/index.ts";
import type { Source } from "../../source/index.ts";
import { say } from "../messages.ts";
import type { NamedProposal } from "../proposal.ts";
import { pathOf } from "./frame.tsx";

/** So many proposals are reviewed at once. */
const proposalsShown = 25;

/** What was wrong with a proposal that somebody took, and what was typed, by its key. */
export type Wrongs = ReadonlyMap<string, { message: string; slot: string; edtf: string }>;

type ProposalsProps = {
  language: Language;
  brief: Brief;
  source: Source;
  proposals: readonly NamedProposal[];
  subjects: readonly string[];
  wrongs: Wrongs;
};

/** What rules found in a source: each is taken, refused, or left for later, and then all of that is kept at once. */
export function Proposals(props: ProposalsProps) {
  const { language, brief, source, proposals, subjects } = props;
  const more = proposals.length - proposalsShown;
  return (
    <section aria-labelledby="proposals">
      <h2 id="proposals">{say(language, "proposals.title", { count: proposals.length })}</h2>
      <p class="hint">{say(language, "proposals.hint")}</p>
      <form
        method="post"
        action={`${pathOf(brief)}/sources/${source.name}/proposals`}
        class="stack"
      >
        <Labelled name="about" label={say(language, "proposals.subject")}>
          <input
            id="about"
            name="about"
            list="subjects"
            required
            maxlength={60}
            value={subjects[0] ?? "incident"}
          />
        </Labelled>
        <ol class="plain stack">
          {proposals.slice(0, proposalsShown).map((proposal) => (
            <Row {...props} proposal={proposal} />
          ))}
        </ol>
        {more > 0 && <p class="muted">{say(language, "proposals.more", { count: more })}</p>}
        <p class="actions">
          <button type="submit" data-key="s">
            {say(language, "proposals.submit")}
          </button>
        </p>
      </form>
    </section>
  );
}

const choices = { take: "a", refuse: "r", later: "x" } as const;

function Row({ language, proposal, wrongs }: ProposalsProps & { proposal: NamedProposal }) {
  const { key, rule, value, possible, verb, speaker, quote, needs } = proposal;
  const id = key.slice(0, 16);
  const wrong = wrongs.get(key);
  const slot = wrong?.slot ?? proposal.slot ?? "";
  const says = wordsOfClaim({ value, possible, verb, denied: false });
  const edtf = value.is === "date" ? (wrong?.edtf ?? value.edtf) : undefined;
  return (
    <li class="card" data-row aria-labelledby={`says-${id}`}>
      <p id={`says-${id}`}>
        <strong>{says}</strong>{" "}
        <span class="muted small">
          {say(language, "proposal.by", {
            ...{ rule: say(language, `rule.${rule}`), who: say(language, `speaker.${speaker}`) },
          })}
        </span>
      </p>
      <blockquote class="quote">{quote.exact}</blockquote>
      {needs.length > 0 && (
        <p class="hint">{say(language, "proposal.needs", { what: needs.join(", ") })}</p>
      )}
      {possible && <p class="hint">{say(language, "own.possible")}</p>}
      {wrong && (
        <p class="error" role="alert">
          {wrong.message}
        </p>
      )}
      <div class="fields">
        <Labelled name={`slot-${id}`} label={say(language, "slot")}>
          <input
            id={`slot-${id}`}
            name={`slot-${key}`}
            list="slots"
            maxlength={60}
            value={slot}
            aria-invalid={wrong ? "true" : undefined}
          />
        </Labelled>
        {edtf !== undefined && (
          <Labelled name={`edtf-${id}`} label={say(language, "proposal.date")}>
            <input id={`edtf-${id}`} name={`edtf-${key}`} maxlength={60} value={edtf} />
          </Labelled>
        )}
      </div>
      <fieldset>
        <legend class="small">{say(language, "proposal.choose")}</legend>
        {(Object.keys(choices) as (keyof typeof choices)[]).map((choice) => (
          <label class="choice">
            <input
              type="radio"
              name={`is-${key}`}
              value={choice}
              checked={choice === (wrong ? "take" : "later")}
              data-press={choices[choice]}
            />{" "}
            <span>{say(language, `proposal.${choice}`)}</span>
          </label>
        ))}
      </fieldset>
    </li>
  );
}
