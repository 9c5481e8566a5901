import type { PropsWithChildren } from "hono/jsx";
import { LiveScript } from "#accounts";
import { type Language, Linked, Outcome } from "#platform";
import type { Brief } from "../../brief/index.ts";
import { say } from "../messages.ts";
import { Away, KeyList, type KeyPage } from "./keys.tsx";
import { editorPath } from "./path.ts";

const places = ["claims", "sources", "questions", "draft", "edition"] as const;
export type Place = (typeof places)[number];

/** What every page of one brief has around it. */
export type FrameProps = {
  language: Language;
  brief: Brief;
  /** What was wrong, and what was done. */
  problem?: string | undefined;
  done?: string | undefined;
};

type BriefFrameProps = PropsWithChildren<
  FrameProps & {
    place: Place;
    /** Of a page within its place. */
    isWithin?: boolean;
    keys: KeyPage;
    /** Where `u` leads. */
    up?: string;
    /** The page's own place below the brief: its parts with `data-live` follow what changes. */
    live?: string;
  }
>;

/** One brief: its parts, what was done or went wrong, and the page itself. */
export function BriefFrame(props: BriefFrameProps) {
  const { language, brief, place, isWithin, problem, done, keys, live, children } = props;
  const path = pathOf(brief);
  const up = props.up ?? (isWithin ? placePath(brief, place) : editorPath);
  return (
    <>
      <h1>{brief.title}</h1>
      <Away language={language} />
      <p>
        <Linked sentence={say(language, "back")} href={editorPath} />
      </p>
      <nav class="tabs" aria-label={say(language, "places")}>
        <ul>
          {places.map((one) => (
            <li>
              <a
                href={placePath(brief, one)}
                aria-current={one !== place ? undefined : isWithin ? "true" : "page"}
              >
                {say(language, `place.${one}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Outcome problem={problem} done={done} />
      <div
        class="stack"
        data-up={up}
        {...(live !== undefined && { "data-stream": `${path}${live}/stream` })}
      >
        {children}
      </div>
      <KeyList language={language} page={keys} />
      <LiveScript />
    </>
  );
}

export function pathOf({ id }: Pick<Brief, "id">): string {
  return `${editorPath}/${id}`;
}

/** Where a part of a brief is. */
function placePath(brief: Pick<Brief, "id">, place: Place): string {
  return place === "claims" ? pathOf(brief) : `${pathOf(brief)}/${place}`;
}
