import type { Language } from "#platform";
import type { Brief } from "../../brief/index.ts";
import type { Claim } from "../../claim/index.ts";
import { wordsOfClaim, wordsOfName } from "../../edition/index.ts";
import type { Known } from "../../keeping/index.ts";
import { PictureFigure } from "../../pages/index.ts";
import { pictureOf } from "../../picture/index.ts";
import { isContradicted, type Matter, type View, views } from "../matter.ts";
import { say } from "../messages.ts";
import { sidesOf } from "../side.ts";
import { Badges } from "./badges.tsx";
import { BriefFrame, type FrameProps, pathOf } from "./frame.tsx";

/** Of one question more are shown on its own page alone. */
const claimsShown = 30;

export type ClaimsPageProps = FrameProps & {
  known: Known;
  matters: readonly Matter[];
  view: View;
  counts: Readonly<Record<View, number>>;
  /** Claims that are confirmed and wouldn't be any more. */
  groundless: readonly number[];
  page: { number: number; last: number };
  /** One question alone is shown, whole. */
  isOne: boolean;
};

/** A brief's claims, question by question: what each says, who says so, and what is thought of it. */
export function ClaimsPage(props: ClaimsPageProps) {
  const { language, brief, known, matters, view, counts, groundless, page, isOne } = props;
  const path = pathOf(brief);
  return (
    <BriefFrame {...props} place="claims" isWithin={isOne} keys="brief" live="">
      <div class="stack" data-live="claims">
        {groundless.map((number) => (
          <p class="notice tone-danger">
            <a href={`${path}/claims/${number}`}>{say(language, "claim.number", { number })}</a>{" "}
            {say(language, "claims.groundless")}
          </p>
        ))}
        {counts.proposed > 0 && (
          <p>
            <a class="button" href={`${path}/proposals`} data-key="n">
              {say(language, "claims.decide", { count: counts.proposed })}
            </a>
          </p>
        )}
        <nav class="choices queues" aria-label={say(language, "views")}>
          {views.map((one) => (
            <a
              class="badge plain"
              href={one === "all" ? path : `${path}?show=${one}`}
              aria-current={one === view && !isOne ? "page" : undefined}
            >
              {say(language, `view.${one}`, { count: counts[one] })}
            </a>
          ))}
        </nav>
        {matters.length === 0 && <p>{say(language, `claims.none.${view}`)}</p>}
        {matters.map((matter) => (
          <MatterPart
            {...{ language, brief, known, matter }}
            shown={isOne ? Number.POSITIVE_INFINITY : claimsShown}
          />
        ))}
        {page.last > 1 && <Pages language={language} path={path} view={view} page={page} />}
      </div>
    </BriefFrame>
  );
}

type MatterProps = {
  language: Language;
  brief: Brief;
  known: Known;
  matter: Matter;
  shown: number;
};

function MatterPart({ language, brief, known, matter, shown }: MatterProps) {
  const { subject, slot, claims, answers } = matter;
  const id = `${subject}-${slot}`;
  const more = claims.length - shown;
  const whole = `${pathOf(brief)}?subject=${subject}&slot=${slot}`;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {say(language, "matter", { slot: wordsOfName(slot), subject: wordsOfName(subject) })}{" "}
        {isContradicted(matter) && (
          <span class="badge danger">
            {say(language, "matter.contradicted", { count: answers?.contradictions.length ?? 0 })}
          </span>
        )}
      </h2>
      {isContradicted(matter) && (
        <PictureFigure language={language} picture={pictureOf(sidesOf(matter, known))} />
      )}
      <ul class="links">
        {claims.slice(0, shown).map((claim) => (
          <ClaimLine {...{ language, brief, known, claim }} />
        ))}
      </ul>
      {more > 0 && (
        <p>
          <a href={whole}>{say(language, "matter.more", { count: more })}</a>
        </p>
      )}
    </section>
  );
}

type LineProps = { language: Language; brief: Brief; known: Known; claim: Claim };

function ClaimLine({ language, brief, known, claim }: LineProps) {
  const sources = known
    .sourcesOf(claim)
    .map(({ name }) => name)
    .join(", ");
  return (
    <li>
      <a href={`${pathOf(brief)}/claims/${claim.number}`} data-row>
        {`${claim.number}. ${wordsOfClaim(claim)}`} <Badges language={language} claim={claim} />
      </a>
      <p>
        {say(language, "claim.said", {
          ...{ who: say(language, `speaker.${claim.speaker}`), sources },
        })}
      </p>
    </li>
  );
}

type PagesProps = { language: Language; path: string; view: View; page: ClaimsPageProps["page"] };

function Pages({ language, path, view, page: { number, last } }: PagesProps) {
  const to = (page: number) => `${path}?show=${view}&page=${page}`;
  return (
    <p class="acts">
      {number > 1 && <a href={to(number - 1)}>{say(language, "pages.former")}</a>}
      <span>{say(language, "pages.at", { number, last })}</span>
      {number < last && <a href={to(number + 1)}>{say(language, "pages.next")}</a>}
    </p>
  );
}
