import { LiveScript } from "#accounts";
import { type Language, Linked } from "#platform";
import type { Brief } from "../../brief/index.ts";
import { say } from "../messages.ts";
import type { Counted } from "../store.ts";
import { pathOf } from "./frame.tsx";
import { Away, KeyList } from "./keys.tsx";
import { editorPath } from "./path.ts";

/** Where a brief stands. */
export type Standing = "draft" | "published" | "withdrawn";

export type ListedBrief = {
  brief: Brief;
  counted: Counted;
  standing: Standing;
  /** Bytes of its next edition were prepared, and aren't public. */
  isWaiting: boolean;
};

export type BriefsPageProps = {
  language: Language;
  briefs: readonly ListedBrief[];
  waiting: number;
};

const tones = { draft: "plain", published: "", withdrawn: "danger" } as const;

/** Every brief: where it stands, and what of it waits for somebody. */
export function BriefsPage({ language, briefs, waiting }: BriefsPageProps) {
  return (
    <>
      <h1>{say(language, "title")}</h1>
      <Away language={language} />
      <p class="lead">{say(language, "lead")}</p>
      <p>
        <a class="button" href={`${editorPath}/new`} data-key="n">
          {say(language, "new")}
        </a>
      </p>
      <div class="stack" data-stream={`${editorPath}/stream`} data-live="briefs">
        {waiting > 0 && (
          <p class="notice tone-caution">
            <Linked
              sentence={say(language, "list.waiting", { count: waiting })}
              href={`${editorPath}/editions`}
            />
          </p>
        )}
        <section aria-labelledby="briefs">
          <h2 id="briefs">{say(language, "list.title")}</h2>
          {briefs.length === 0 ? (
            <p>{say(language, "list.none")}</p>
          ) : (
            <ul class="links">
              {briefs.map((one) => (
                <Listed language={language} one={one} />
              ))}
            </ul>
          )}
        </section>
      </div>
      <KeyList language={language} page="list" />
      <LiveScript />
    </>
  );
}

function Listed({ language, one }: { language: Language; one: ListedBrief }) {
  const { brief, counted, standing, isWaiting } = one;
  const { edition = 0, ...counts } = counted;
  return (
    <li>
      <a href={pathOf(brief)} data-row>
        {brief.title}{" "}
        <span class={`badge ${tones[standing]}`}>
          {say(language, `standing.${standing}`, { edition })}
        </span>{" "}
        {isWaiting && <span class="badge caution">{say(language, "standing.waiting")}</span>}
      </a>
      <p>
        {say(language, "list.facts", { firm: brief.firm, at: brief.openedAt })}
        <br />
        {say(language, "list.counts", counts)}
      </p>
    </li>
  );
}
