import { describedBy, Labelled, LongText } from "#platform";
import { speakers, verbs } from "../../claim/index.ts";
import type { ReadText, Source } from "../../source/index.ts";
import { remarkOn } from "../../source/index.ts";
import { say } from "../messages.ts";
import type { Passage } from "../passage.ts";
import type { NamedProposal } from "../proposal.ts";
import { Fact } from "./fact.tsx";
import { ExactPassage, Matter, MatterLists } from "./fields.tsx";
import { BriefFrame, type FrameProps, pathOf } from "./frame.tsx";
import { Reliability } from "./new-source.tsx";
import { Proposals, type Wrongs } from "./proposals.tsx";

/** A claim as somebody types it. */
export type TypedClaim = Readonly<
  Record<"slot" | "subject" | "is" | "value" | "speaker" | "verb" | "exact" | "marks", string>
>;

export type SourcePageProps = FrameProps & {
  source: Source;
  /** Which of the origins it belongs to, and which sources share it. */
  origin: { number: number; sources: readonly string[] } | undefined;
  remarks: ReadText["remarks"];
  passages: readonly Passage[];
  part: { number: number; last: number };
  proposals: readonly NamedProposal[];
  wrongs: Wrongs;
  questions: readonly { text: string; slot: string | undefined; askedOn: string | undefined }[];
  /** Subjects of this brief, the most used first. */
  subjects: readonly string[];
  claim: TypedClaim;
  assessment: { origin: string; because: string; reliability: string };
};

/** One source: what is said of it, its captured text with the passages of claims, and what rules propose. */
export function SourcePage(props: SourcePageProps) {
  const { language, brief, source, origin, remarks, proposals } = props;
  const { name, publisher, kind, published, url, sha256, capturedAt, capture } = source;
  return (
    <BriefFrame {...props} place="sources" isWithin={true} keys="proposals">
      <h2>{`${name}: ${publisher ?? say(language, "source.anonymous")}`}</h2>
      {remarks.length > 0 && (
        <ul class="notice tone-caution">
          {remarks.map((remark) => (
            <li>{remarkOn(remark)}</li>
          ))}
        </ul>
      )}
      <dl class="facts">
        <Fact title={say(language, "source.is")}>
          {say(language, "source.is.said", {
            kind: say(language, `kind.${kind}`),
            published: published ?? say(language, "source.undated"),
          })}{" "}
          {say(language, `capture.${capture}`, { at: capturedAt })}
        </Fact>
        <Fact title={say(language, "source.trust")}>
          {say(language, `reliability.${source.reliability}`)}
        </Fact>
        <Fact title={say(language, "source.origin")}>
          {origin
            ? say(language, "source.origin.of", {
                ...{ number: origin.number, count: origin.sources.length },
                names: origin.sources.slice(0, 30).join(", "),
              })
            : say(language, "source.origin.none")}
          {source.origin && ` ${source.origin.label}: ${source.origin.because}`}
        </Fact>
        {url !== undefined && (
          <Fact title={say(language, "source.url")}>
            <samp>{url}</samp>
          </Fact>
        )}
        <Fact title={say(language, "source.sha256")}>
          <code>{sha256}</code>
        </Fact>
      </dl>
      <Text {...props} />
      {proposals.length > 0 && <Proposals {...props} />}
      <Questions {...props} />
      <OwnClaim {...props} />
      <Assessing {...props} />
      <p class="hint">
        <a href={`${pathOf(brief)}/sources`}>{say(language, "place.sources")}</a>
      </p>
    </BriefFrame>
  );
}

/** The text as it is kept: what claims stand on is marked, with their numbers. */
function Text({ language, brief, source, passages, part }: SourcePageProps) {
  const seen = new Set<number>();
  const to = (number: number) => `${pathOf(brief)}/sources/${source.name}?part=${number}`;
  return (
    <section aria-labelledby="text">
      <h2 id="text">{say(language, `text.${source.capture}`)}</h2>
      <p class="captured card" dir="auto">
        {passages.map(({ text, claims }) =>
          claims.length === 0 ? (
            text
          ) : (
            <>
              {claims
                .filter((number) => !seen.has(number))
                .map((number) => {
                  seen.add(number);
                  return <span id={`claim-${number}`} />;
                })}
              <mark>{text}</mark>
              {claims.map((number) => (
                <a class="small" href={`${pathOf(brief)}/claims/${number}`}>{`[${number}]`}</a>
              ))}
            </>
          ),
        )}
      </p>
      {part.last > 1 && (
        <p class="acts">
          {part.number > 1 && <a href={to(part.number - 1)}>{say(language, "pages.former")}</a>}
          <span>{say(language, "pages.at", part)}</span>
          {part.number < part.last && (
            <a href={to(part.number + 1)}>{say(language, "pages.next")}</a>
          )}
        </p>
      )}
    </section>
  );
}

/** What a text that is written as a brief calls unclear. */
function Questions({ language, brief, source, questions, subjects }: SourcePageProps) {
  if (questions.length === 0) return null;
  return (
    <section aria-labelledby="unclear">
      <h2 id="unclear">{say(language, "unclear.title", { count: questions.length })}</h2>
      <ul class="cards">
        {questions.map(({ text, slot, askedOn }, place) => (
          <li class="card">
            <form method="post" action={`${pathOf(brief)}/questions`} class="stack">
              <p>{text}</p>
              <input type="hidden" name="text" value={text} />
              <input type="hidden" name="source" value={source.name} />
              <input type="hidden" name="asked_on" value={askedOn ?? ""} />
              <div class="fields">
                <Matter
                  id={(name) => `ask-${name}-${place}`}
                  {...{ language, slot, subject: subjects[0] }}
                />
              </div>
              <button type="submit" class="small">
                {say(language, "unclear.ask")}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}

const kinds = ["quantity", "date", "choice", "text"] as const;

/** A passage that somebody reads and takes as a claim. */
function OwnClaim({ language, brief, source, subjects, claim }: SourcePageProps) {
  const value = {
    ...{ name: "value", label: say(language, "own.value") },
    hint: say(language, "own.value.hint"),
  };
  return (
    <section aria-labelledby="own">
      <h2 id="own">{say(language, "own.title")}</h2>
      <form
        method="post"
        action={`${pathOf(brief)}/sources/${source.name}/claims`}
        class="card stack"
      >
        <ExactPassage language={language} value={claim.exact} />
        <div class="fields">
          <Matter language={language} slot={claim.slot} subject={claim.subject || subjects[0]} />
          <Labelled name="is" label={say(language, "own.is")}>
            <select id="is" name="is">
              {kinds.map((kind) => (
                <option value={kind} selected={kind === claim.is}>
                  {say(language, `own.is.${kind}`)}
                </option>
              ))}
            </select>
          </Labelled>
          <Labelled {...value}>
            <input
              id="value"
              name="value"
              required
              maxlength={500}
              value={claim.value}
              autocomplete="off"
              aria-describedby={describedBy(value)}
            />
          </Labelled>
          <Labelled name="speaker" label={say(language, "claim.speaker")}>
            <select id="speaker" name="speaker">
              {speakers.map((one) => (
                <option value={one} selected={one === (claim.speaker || "article")}>
                  {say(language, `speaker.${one}`)}
                </option>
              ))}
            </select>
          </Labelled>
          <Labelled name="verb" label={say(language, "own.verb")}>
            <select id="verb" name="verb">
              <option value="">{say(language, "own.verb.none")}</option>
              {verbs.map((verb) => (
                <option value={verb} selected={verb === claim.verb}>
                  {say(language, `verb.${verb}`)}
                </option>
              ))}
            </select>
          </Labelled>
        </div>
        <fieldset>
          <legend>{say(language, "own.marks")}</legend>
          {(["possible", "denied"] as const).map((mark) => (
            <label class="choice">
              <input type="checkbox" name={mark} value="yes" checked={claim.marks.includes(mark)} />{" "}
              <span>{say(language, `own.${mark}`)}</span>
            </label>
          ))}
        </fieldset>
        <p class="actions">
          <button type="submit">{say(language, "own.submit")}</button>
        </p>
      </form>
      <MatterLists subjects={subjects} />
    </section>
  );
}

/** Says anew how far it is trusted, and where it has its story from. */
function Assessing({ language, brief, source, assessment }: SourcePageProps) {
  const origin = {
    ...{ name: "origin", label: say(language, "source.origin") },
    hint: say(language, "source.origin.hint"),
  };
  const because = {
    ...{ name: "why", label: say(language, "assess.because") },
    hint: say(language, "assess.because.hint"),
  };
  return (
    <details>
      <summary>{say(language, "assess.title")}</summary>
      <form
        method="post"
        action={`${pathOf(brief)}/sources/${source.name}/assess`}
        class="card stack"
      >
        <Reliability language={language} chosen={assessment.reliability} />
        <Labelled {...origin}>
          <input
            id="origin"
            name="origin"
            value={assessment.origin}
            maxlength={61}
            autocomplete="off"
            aria-describedby={describedBy(origin)}
          />
        </Labelled>
        <LongText {...because} letters={{ min: 10, max: 500 }} value={assessment.because} />
        <p class="actions">
          <button type="submit">{say(language, "assess.submit")}</button>
        </p>
      </form>
    </details>
  );
}
