import type { Child, PropsWithChildren } from "hono/jsx";
import { type Language, Outcome } from "#platform";
import type { Body } from "../edition/index.ts";
import { say } from "../messages.ts";
import {
  dateLine,
  headlineOf,
  type Line,
  type OutlineSection,
  oneLine,
  outlineOf,
  withdrawalWords,
} from "../rendering/index.ts";
import { disputeBars } from "./disputed.tsx";
import { LanguageLinks } from "./translated.tsx";

/** Why a dispute wasn't taken, and what was typed. */
export type RefusedDispute = { problem: string; claim: string; words: string };

type BriefPageProps = {
  language: Language;
  body: Body;
  sha256: string;
  /** Of this brief, the newest first. */
  editions: readonly number[];
  /** The reader has just disputed something. */
  hasDisputed: boolean;
  refused?: RefusedDispute | undefined;
};

const formats = {
  ".md": "Markdown",
  ".txt": "Text",
  ".jsonld": "JSON-LD",
  "/feed.atom": "Atom",
  "/feed.json": "JSON Feed",
} as const;

/** A brief for its readers: nothing of it needs a program, and it prints as it stands. */
export function BriefPage(props: BriefPageProps) {
  const { language, body, editions } = props;
  const path = `/briefs/${body.brief}`;
  if (body.is === "withdrawal") {
    return (
      <article class="stack" lang="en">
        <h1>{headlineOf(body)}</h1>
        <p>{withdrawalWords(body)}</p>
        <Proof {...props} path={path} />
      </article>
    );
  }
  return (
    <>
      <LanguageLinks edition={body} />
      <BriefArticle body={body} language={language} />
      <DisputeForm {...props} path={path} />
      <Proof {...props} path={path} />
      <nav class="no-print small" aria-label={say(language, "brief.formats")}>
        <ul class="links">
          {editions.map((number) => (
            <li>
              <a href={`${path}/editions/${number}`}>
                {say(language, "brief.edition", { number })}
              </a>
            </li>
          ))}
          {Object.entries(formats).map(([ending, name]) => (
            <li>
              <a href={`${path}${ending}`}>{name}</a>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}

type ArticleProps = Pick<BriefPageProps, "body" | "language"> & {
  /** Where readers find the brief, for who reads this elsewhere. */
  site?: string;
};

/** All that an edition tells, alone: also for who looks at it before it is published. */
export function BriefArticle({ body, language, site = "" }: ArticleProps) {
  if (body.is === "withdrawal") return <p>{withdrawalWords(body)}</p>;
  return (
    <article class="stack" lang="en">
      <h1>{headlineOf(body)}</h1>
      <p class="muted small">{dateLine(body)}</p>
      {outlineOf(body).map((section) => (
        <SectionPart
          section={section}
          path={`${site}/briefs/${body.brief}`}
          language={language}
          beside={section.id === "disputed" ? disputeBars(body, language) : []}
        />
      ))}
    </article>
  );
}

type SectionProps = {
  section: OutlineSection;
  path: string;
  language: Language;
  /** What stands below its sides, in their order. */
  beside: readonly Child[];
};

function SectionPart({ section, path, language, beside }: SectionProps) {
  const all = section.lines.filter(({ is }) => is === "side");
  return (
    <section>
      <h2 id={section.id}>{section.title}</h2>
      <ul>
        {withSides(section.lines).map(({ line, sides }) => (
          <LinePart line={line} path={path} language={language}>
            {sides.length > 0 && (
              <ul>
                {sides.map((side) => (
                  <LinePart line={side} path={path} language={language}>
                    {beside[all.indexOf(side)]}
                  </LinePart>
                ))}
              </ul>
            )}
          </LinePart>
        ))}
      </ul>
    </section>
  );
}

/** Sides stand below what they are sides of. */
function withSides(lines: readonly Line[]): { line: Line; sides: Line[] }[] {
  const found: { line: Line; sides: Line[] }[] = [];
  for (const line of lines) {
    if (line.is === "side") found.at(-1)?.sides.push(line);
    else found.push({ line, sides: [] });
  }
  return found;
}

type LineProps = PropsWithChildren<{ line: Line; path: string; language: Language }>;

function LinePart({ line, path, language, children }: LineProps) {
  const { text, claims = [], anchor, link, is } = line;
  const shown = oneLine(text);
  const target = link && (/^https?:\/\//i.test(link.url) ? link.url : `${path}/${link.url}`);
  return (
    <li {...(anchor && { id: anchor })}>
      {is === "question" ? <strong>{shown}</strong> : is === "side" ? <em>{shown}</em> : shown}
      {target && (
        <>
          {" "}
          <a href={target} rel="nofollow noreferrer">
            {say(language, "brief.open", { name: oneLine(link.name) })}
          </a>
        </>
      )}
      {claims.map((number) => (
        <>
          {" "}
          <a href={`#claim-${number}`}>{`[${number}]`}</a>
        </>
      ))}
      {children}
    </li>
  );
}

type PartProps = BriefPageProps & { path: string };

function DisputeForm({ language, body, path, hasDisputed, refused }: PartProps) {
  if (hasDisputed) {
    return (
      <p id="dispute" role="status">
        {say(language, "dispute.done")}
      </p>
    );
  }
  const last = body.is === "edition" ? body.claims.at(-1)?.number : undefined;
  return (
    <form id="dispute" class="stack no-print" method="post" action={`${path}/disputes`}>
      <h2>{say(language, "dispute.title")}</h2>
      <Outcome problem={refused?.problem} />
      <label for="dispute-claim">{say(language, "dispute.claim")}</label>
      <input
        id="dispute-claim"
        name="claim"
        type="number"
        min="1"
        max={last ?? 1}
        value={refused?.claim}
        required
      />
      <label for="dispute-words">{say(language, "dispute.words")}</label>
      <textarea id="dispute-words" name="words" rows={3} maxlength={2000} required>
        {refused?.words}
      </textarea>
      <button type="submit">{say(language, "dispute.button")}</button>
    </form>
  );
}

function Proof({ language, body, sha256, path }: PartProps) {
  const edition = `${path}/editions/${body.number}`;
  return (
    <p class="small muted">
      {say(language, "brief.sha256")}{" "}
      <a href={`${edition}.json`}>{say(language, "brief.edition", { number: body.number })}</a>{" "}
      <code>{sha256}</code> <a href={`${edition}.proof`}>{say(language, "brief.proof")}</a>{" "}
      {say(language, "brief.proof.how")}
    </p>
  );
}
