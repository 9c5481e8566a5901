import { Wrong } from "#accounts";
import type { Language } from "#platform";
import { say } from "../messages.ts";

export type LookPageProps = {
  language: Language;
  /** Where the ticket is shown. */
  back: string;
  title: string;
  /** The value, if one is shown. */
  value?: string | undefined;
  /** What is said of it. */
  said?: readonly string[];
  /** Why nothing is shown. */
  refused?: readonly string[];
};

/** The answer to one look, for browsers without JavaScript: nobody keeps this page, and it leads back by itself. */
export function LookPage({ language, back, title, value, said = [], refused = [] }: LookPageProps) {
  return (
    <>
      <h1>{title}</h1>
      {refused.length > 0 && <Wrong label={say(language, "wrong")}>{refused.join(" ")}</Wrong>}
      {value !== undefined && (
        <p class="value-alone" dir="auto">
          <strong data-marked>{value}</strong>
        </p>
      )}
      {said.length > 0 && <p role="status">{said.join(" ")}</p>}
      <p>
        <a class="button" href={back}>
          {say(language, "look.back")}
        </a>
      </p>
    </>
  );
}
