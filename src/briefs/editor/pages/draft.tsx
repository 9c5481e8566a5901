import { Labelled, type Language } from "#platform";
import type { Claim } from "../../claim/index.ts";
import {
  type EditionObjection,
  type Written,
  wordsOfClaim,
  wordsOfName,
  writtenSections,
} from "../../edition/index.ts";
import { draftScript } from "../draft-script.ts";
import { say } from "../messages.ts";
import type { RowRemarks, SentenceRow } from "../sentence-row.ts";
import { Badges } from "./badges.tsx";
import { BriefFrame, type FrameProps, pathOf } from "./frame.tsx";

export type DraftPageProps = FrameProps & {
  rows: readonly SentenceRow[];
  remarks: readonly RowRemarks[];
  /** What keeps the brief from being published, and is of no row. */
  rest: readonly EditionObjection[];
  /** Claims that may be told. */
  claims: readonly Claim[];
  /** The draft on which somebody began to write, and who saved it. */
  draft: { number: number; by: string; at: Date } | undefined;
};

/** The sentences of a brief, section by section, each with its claims and what keeps it from being published. */
export function DraftPage(props: DraftPageProps) {
  const { language, brief, rest, claims, draft } = props;
  return (
    <BriefFrame {...props} place="draft" keys="page">
      <p class="lead">{say(language, "draft.lead")}</p>
      {draft && <p class="hint">{say(language, "draft.saved", draft)}</p>}
      <ToldClaims language={language} brief={brief} claims={claims} />
      <form method="post" action={`${pathOf(brief)}/draft`} class="stack" data-checked>
        <input type="hidden" name="draft" value={draft?.number ?? 0} />
        {writtenSections.map((section) => (
          <SectionPart {...props} section={section} />
        ))}
        <section aria-labelledby="rest">
          <h2 id="rest">{say(language, "draft.rest")}</h2>
          <div id="check-rest" data-check role="status">
            {rest.length === 0 ? (
              <p>{say(language, "draft.rest.none")}</p>
            ) : (
              <Objections language={language} objections={rest} />
            )}
          </div>
        </section>
        <p class="acts">
          <button type="submit" name="act" value="save">
            {say(language, "draft.save")}
          </button>
          <button type="submit" name="act" value="check" class="plain">
            {say(language, "draft.check")}
          </button>
        </p>
      </form>
      <script type="module" src={draftScript.path} />
    </BriefFrame>
  );
}

/** What keeps an edition from being published: where, of which words, and why. */
export function Objections({
  language,
  objections,
}: {
  language: Language;
  objections: readonly EditionObjection[];
}) {
  return (
    <ul>
      {objections.map(({ section, text, message }) => (
        <li>
          <strong>{sectionWord(language, section)}</strong>
          {text !== "" && ` “${text}”`}
          {`: ${message}`}
        </li>
      ))}
    </ul>
  );
}

const others = ["unclear", "disputed", "reason", "edition", "corrections"] as const;

export function sectionWord(language: Language, section: string): string {
  const known = [...writtenSections, ...others].find((one) => one === section);
  return known ? say(language, `section.${known}`) : wordsOfName(section);
}

function SectionPart(props: DraftPageProps & { section: Written }) {
  const { language, rows, remarks, section } = props;
  return (
    <section aria-labelledby={`section-${section}`}>
      <h2 id={`section-${section}`}>{sectionWord(language, section)}</h2>
      <p class="hint">{say(language, `section.${section}.hint`)}</p>
      <ol class="plain stack">
        {rows.map(
          (row, place) =>
            row.section === section && (
              <RowPart
                language={language}
                row={row}
                place={place}
                remarks={remarks[place] ?? { wrong: undefined, objections: [] }}
              />
            ),
        )}
      </ol>
      <p>
        <button type="submit" name="act" value="check" class="plain small">
          {say(language, "draft.more")}
        </button>
      </p>
    </section>
  );
}

type RowProps = { language: Language; row: SentenceRow; place: number; remarks: RowRemarks };

function RowPart({ language, row, place, remarks: { wrong, objections } }: RowProps) {
  const { section, question, text, claims } = row;
  const number = place + 1;
  const named = (part: "question" | "text" | "claims") => ({
    ...{ name: `${part}-${place}`, label: say(language, `sentence.${part}`) },
  });
  return (
    <li class="card sentence" aria-label={say(language, "sentence", { number })}>
      {section === "faq" && (
        <Labelled {...named("question")}>
          <input
            id={`question-${place}`}
            name={`question-${section}`}
            value={question}
            maxlength={200}
          />
        </Labelled>
      )}
      <Labelled {...named("text")}>
        <textarea
          id={`text-${place}`}
          name={`text-${section}`}
          rows={2}
          maxlength={1_000}
          aria-invalid={wrong === undefined ? undefined : "true"}
          aria-describedby={`check-${place}`}
        >
          {text}
        </textarea>
      </Labelled>
      <Labelled {...named("claims")}>
        <input
          id={`claims-${place}`}
          name={`claims-${section}`}
          value={claims}
          maxlength={200}
          inputmode="numeric"
          autocomplete="off"
          aria-invalid={wrong === undefined ? undefined : "true"}
          aria-describedby={`check-${place}`}
        />
      </Labelled>
      <div id={`check-${place}`} data-check>
        {wrong !== undefined && <p class="error">{say(language, `sentence.wrong.${wrong}`)}</p>}
        {objections.length > 0 && (
          <ul class="objections">
            {objections.map((message) => (
              <li>{message}</li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}

function ToldClaims({
  language,
  brief,
  claims,
}: Pick<DraftPageProps, "language" | "brief" | "claims">) {
  return (
    <details>
      <summary>{say(language, "draft.claims", { count: claims.length })}</summary>
      <ul>
        {claims.map((claim) => (
          <li>
            <a href={`${pathOf(brief)}/claims/${claim.number}`}>{`[${claim.number}]`}</a>{" "}
            {wordsOfName(claim.slot)}
            {": "}
            {wordsOfClaim(claim)} <Badges language={language} claim={claim} />
          </li>
        ))}
      </ul>
    </details>
  );
}
