import { Wrong } from "#accounts";
import { type Language, Linked } from "#platform";
import { identifierKinds } from "../identifier.ts";
import { say } from "../messages.ts";
import type { Way } from "../searching.ts";

export const searchPath = "/staff/search";

/** What came of a search; nothing when there was none. */
export type Outcome =
  | { is: "found"; ways: readonly Way[] }
  | { is: "wrong"; sentence: string }
  | { is: "denied"; rules: readonly ("over_budget" | "off_shift")[] };

type SearchPageProps = { language: Language; by?: string; outcome?: Outcome };

/** Where staff find a client by an exact identifier. What was typed doesn't come back. */
export function SearchPage({ language, by, outcome }: SearchPageProps) {
  return (
    <>
      <h1>{say(language, "title")}</h1>
      <p class="lead">{say(language, "lead")}</p>
      {outcome && <Told language={language} outcome={outcome} />}
      <form method="post" action={searchPath} class="card stack">
        <div class="field">
          <label for="by">{say(language, "by")}</label>
          <select id="by" name="by" required>
            {identifierKinds.map((kind) => (
              <option value={kind} selected={kind === by}>
                {say(language, `by.${kind}`)}
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for="identifier">{say(language, "identifier")}</label>
          <p class="hint" id="identifier-hint">
            {say(language, "identifier.hint")}
          </p>
          <input
            id="identifier"
            name="identifier"
            maxlength={200}
            autocomplete="off"
            spellcheck={false}
            required
            aria-describedby="identifier-hint"
          />
        </div>
        <p class="actions">
          <button type="submit">{say(language, "search")}</button>
        </p>
        <p class="muted small">{say(language, "counted")}</p>
      </form>
    </>
  );
}

function Told({ language, outcome }: { language: Language; outcome: Outcome }) {
  if (outcome.is === "wrong")
    return <Wrong label={say(language, "wrong")}>{outcome.sentence}</Wrong>;
  if (outcome.is === "denied") {
    const sentences = outcome.rules.map((rule) => say(language, `denied.${rule}`));
    return <Wrong label={say(language, "denied")}>{sentences.join(" ")}</Wrong>;
  }
  if (outcome.ways.length === 0) {
    return (
      <p class="notice tone-caution" role="status">
        <Linked sentence={say(language, "none")} href="/staff/break-glass" />
      </p>
    );
  }
  return (
    <section class="notice" role="status">
      <h2>{say(language, "found")}</h2>
      {outcome.ways.map((way) => (
        <p>
          <a href={hrefOf(way)}>{say(language, `found.${way.is}`)}</a>
        </p>
      ))}
    </section>
  );
}

function hrefOf(way: Way): string {
  return way.is === "ticket" ? `/staff/tickets/${way.ticket}` : `/staff/break-glass/${way.pass}`;
}
