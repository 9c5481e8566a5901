import type { Known } from "../../keeping/index.ts";
import type { Source } from "../../source/index.ts";
import { say } from "../messages.ts";
import { BriefFrame, type FrameProps, pathOf } from "./frame.tsx";

/** More than these a page doesn't list. */
const sourcesShown = 500;

export type SourcesPageProps = FrameProps & {
  known: Known;
  /** How many claims stand on each. */
  claims: ReadonlyMap<string, number>;
  /** Lines of a file that weren't kept. */
  refused?: readonly { line: number; message: string }[];
};

/** A brief's sources, by where they have their story from. */
export function SourcesPage(props: SourcesPageProps) {
  const { language, brief, known, claims, refused = [] } = props;
  const sources = [...known.sources.values()];
  return (
    <BriefFrame {...props} place="sources" keys="brief" live="/sources">
      {refused.length > 0 && (
        <section class="notice tone-caution" aria-labelledby="refused">
          <h2 id="refused">{say(language, "sources.refused", { count: refused.length })}</h2>
          <ul>
            {refused.map(({ line, message }) => (
              <li>{say(language, "sources.refused.line", { line, message })}</li>
            ))}
          </ul>
        </section>
      )}
      <p>
        <a class="button" href={`${pathOf(brief)}/sources/new`} data-key="n">
          {say(language, "sources.new")}
        </a>
      </p>
      <div class="stack" data-live="sources">
        {sources.length === 0 && <p>{say(language, "sources.none")}</p>}
        {known.origins.groups.slice(0, sourcesShown).map((group, place) => {
          const members = group.sources.flatMap((id) => known.sources.get(id) ?? []);
          const how = [...group.bases].sort().join("_") || "untold";
          return (
            <section aria-labelledby={`origin-${place + 1}`}>
              <h2 id={`origin-${place + 1}`}>
                {say(language, "origin", { number: place + 1, count: members.length })}
              </h2>
              <p class="hint">
                {group.labels.length > 0 && `${group.labels.join(", ")} · `}
                {say(language, `origin.${how}` as "origin.hand")}
              </p>
              <ul class="links">
                {members.map((source) => (
                  <Listed {...props} source={source} count={claims.get(source.id) ?? 0} />
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </BriefFrame>
  );
}

type ListedProps = Pick<FrameProps, "language" | "brief"> & { source: Source; count: number };

function Listed({ language, brief, source, count }: ListedProps) {
  const { name, publisher, kind, published, reliability } = source;
  const isDoubted = reliability === "doubtful" || reliability === "invented";
  return (
    <li>
      <a href={`${pathOf(brief)}/sources/${name}`} data-row>
        {`${name}: ${publisher ?? say(language, "source.anonymous")}`}{" "}
        {isDoubted && (
          <span class="badge danger">{say(language, `reliability.${reliability}`)}</span>
        )}
      </a>
      <p>
        {say(language, "source.line", {
          ...{ kind: say(language, `kind.${kind}`), count },
          published: published ?? say(language, "source.undated"),
        })}
      </p>
    </li>
  );
}
