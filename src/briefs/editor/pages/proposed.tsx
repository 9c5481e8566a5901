import type { Language } from "#platform";
import type { Brief } from "../../brief/index.ts";
import type { Claim } from "../../claim/index.ts";
import { wordsOfClaim, wordsOfName } from "../../edition/index.ts";
import type { Known } from "../../keeping/index.ts";
import type { Act } from "../act.ts";
import { say } from "../messages.ts";
import { Decision } from "./fields.tsx";
import { BriefFrame, type FrameProps, pathOf } from "./frame.tsx";

/** So many claims are decided on at once. */
const proposedShown = 50;

export type ProposedPageProps = FrameProps & {
  known: Known;
  claims: readonly Claim[];
  acts: readonly Act[];
  /** Claims on which nothing was decided, and why. */
  refused: readonly { claim: number; message: string }[];
  typed: { is: string; reason: string; claims: readonly string[] };
};

/** Claims that are only proposed: some are ticked, and one decision with one reason is made on all of them. */
export function ProposedPage(props: ProposedPageProps) {
  const { language, brief, claims, acts, refused, typed } = props;
  const more = claims.length - proposedShown;
  return (
    <BriefFrame {...props} place="claims" isWithin={true} keys="proposed">
      <h2>{say(language, "proposed.title", { count: claims.length })}</h2>
      {refused.length > 0 && (
        <section class="notice tone-danger" aria-labelledby="refused" role="alert">
          <h3 id="refused">{say(language, "proposed.refused", { count: refused.length })}</h3>
          <ul>
            {refused.map(({ claim, message }) => (
              <li>
                <a href={`${pathOf(brief)}/claims/${claim}`}>
                  {say(language, "claim.number", { number: claim })}
                </a>
                {`: ${message}`}
              </li>
            ))}
          </ul>
        </section>
      )}
      {claims.length === 0 ? (
        <p>{say(language, "claims.none.proposed")}</p>
      ) : (
        <form method="post" action={`${pathOf(brief)}/proposals`} class="stack">
          <p class="hint">{say(language, "proposed.hint")}</p>
          <ul class="rows">
            {claims.slice(0, proposedShown).map((claim) => (
              <Row {...props} claim={claim} isTicked={typed.claims.includes(`${claim.number}`)} />
            ))}
          </ul>
          {more > 0 && <p class="muted">{say(language, "proposals.more", { count: more })}</p>}
          <div class="card stack">
            <Decision {...{ language, acts, typed }} legend={say(language, "proposed.legend")} />
            <p class="actions">
              <button type="submit">{say(language, "proposed.submit")}</button>
            </p>
          </div>
        </form>
      )}
    </BriefFrame>
  );
}

type RowProps = {
  language: Language;
  brief: Brief;
  known: Known;
  claim: Claim;
  isTicked: boolean;
};

function Row({ language, brief, known, claim, isTicked }: RowProps) {
  const { number, slot, subject, speaker } = claim;
  const sources = known
    .sourcesOf(claim)
    .map(({ name }) => name)
    .join(", ");
  return (
    <li data-row>
      <label class="tick">
        <input type="checkbox" name="claim" value={number} checked={isTicked} data-press="x" />{" "}
        <span>
          <strong>{wordsOfClaim(claim)}</strong>
          <br />
          {say(language, "matter", { slot: wordsOfName(slot), subject: wordsOfName(subject) })}
          {" · "}
          <span class="muted small">
            {say(language, "claim.said", { who: say(language, `speaker.${speaker}`), sources })}
          </span>
        </span>
      </label>
      <a href={`${pathOf(brief)}/claims/${number}`}>{say(language, "claim.number", { number })}</a>
    </li>
  );
}
