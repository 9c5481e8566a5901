import type { Child } from "hono/jsx";
import { Icon, type Language } from "#platform";
import { type MessageKey, say } from "../messages.ts";
import { datingOf, decoysIn, foreignIn, leadOf, reasonsOf } from "../sentences.ts";
import { People } from "./people.tsx";
import { Photo } from "./photo.tsx";
import { Picture } from "./picture.tsx";
import { Rows } from "./rows.tsx";
import { Scope } from "./scope.tsx";
import type { Shown } from "./shown.ts";

type FoundProps = { language: Language; shown: Shown; page: number; besides?: Child };

/** What a trace found: what it comes to in a sentence, what isn't ours, and the picture; then why, when and whom. */
export function Found({ language, shown, page, besides }: FoundProps) {
  const { result } = shown;
  const { photo } = result;
  if (photo) {
    return (
      <>
        <Photo language={language} shown={shown} photo={photo} />
        <Scope language={language} scope={result.scope.figures} />
        {besides}
      </>
    );
  }
  const { cut } = result.sample;
  return (
    <>
      <p class="lead">{leadOf(language, result)}</p>
      {cut && <p class="notice tone-caution">{say(language, "columns.cut", cut)}</p>}
      {foreignIn(language, result).length > 0 && (
        <p class="error">
          <a href="#foreign">{say(language, "foreign.title")}</a>
        </p>
      )}
      <Picture language={language} shown={shown} />
      <Foreign language={language} shown={shown} />
      <People language={language} shown={shown} />
      <Verdict language={language} shown={shown} />
      <section aria-labelledby="dating">
        <h2 id="dating">{say(language, "dating.title")}</h2>
        <p>{datingOf(language, result)}</p>
      </section>
      <Scope language={language} scope={result.scope.figures} />
      {besides}
      <Rows language={language} shown={shown} page={page} />
    </>
  );
}

/** What isn't from the desk is said loudly, and that somebody who doesn't exist stands in it. */
function Foreign({ language, shown: { result, called } }: Omit<FoundProps, "page">) {
  const foreign = foreignIn(language, result);
  const decoys = decoysIn(language, result, called);
  const { canaries: rows } = result.resolution;
  return (
    <>
      {foreign.length > 0 && (
        <section aria-labelledby="foreign" class="verdict tone-danger">
          <h2 id="foreign">
            <Icon name="warning" />
            {say(language, "foreign.title")}
          </h2>
          {foreign.map((sentence) => (
            <p>{sentence}</p>
          ))}
        </section>
      )}
      {(rows > 0 || decoys.length > 0) && (
        <section aria-labelledby="canary" class="verdict tone-caution">
          <h2 id="canary">{say(language, "canary.title")}</h2>
          <p>{say(language, "canary.said", { rows })}</p>
          {decoys.map((sentence) => (
            <p>{sentence}</p>
          ))}
        </section>
      )}
    </>
  );
}

function Verdict({ language, shown }: { language: Language; shown: Shown }) {
  const { bluff } = shown.result;
  return (
    <section aria-labelledby="verdict">
      <h2 id="verdict">{say(language, "verdict.title")}</h2>
      <p>
        <strong>{say(language, `verdict.${bluff.verdict}` as MessageKey)}</strong>
      </p>
      <ul>
        {reasonsOf(language, bluff, shown.called).map((reason) => (
          <li>{reason}</li>
        ))}
      </ul>
    </section>
  );
}
