import type { Language } from "#platform";
import { say } from "../messages.ts";

type SearchFormProps = { language: Language; query?: string | undefined };

/** Asks `/help/search`; `query` is what was asked last. */
export function SearchForm({ language, query }: SearchFormProps) {
  return (
    <search>
      <form action="/help/search" method="get">
        <label for="q">{say(language, "search.label")}</label>
        <p class="hint" id="q-hint">
          {say(language, "search.hint")}
        </p>
        <div class="search">
          <input
            type="search"
            id="q"
            name="q"
            value={query}
            maxlength={200}
            dir="auto"
            aria-describedby="q-hint"
          />
          <button type="submit">{say(language, "search.submit")}</button>
        </div>
      </form>
    </search>
  );
}
