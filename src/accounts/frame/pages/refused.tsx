import type { Language } from "#platform";
import { say } from "../messages.ts";

type RefusedPageProps = {
  language: Language;
  sentence: string;
  next: { path: string; label: string };
};

/** Something was refused: why, and where to go on. */
export function RefusedPage({ language, sentence, next }: RefusedPageProps) {
  return (
    <>
      <h1>{say(language, "refused.title")}</h1>
      <p class="lead">{sentence}</p>
      <p>
        <a class="button" href={next.path}>
          {next.label}
        </a>
      </p>
    </>
  );
}

/** The same for every link that doesn't open: whoever guesses at them learns nothing. */
export function LinkRefusedPage({ language }: { language: Language }) {
  return (
    <>
      <h1>{say(language, "link_refused.title")}</h1>
      <p class="lead">{say(language, "link_refused.lead")}</p>
      <ul>
        <li>{say(language, "link_refused.began")}</li>
        <li>{say(language, "link_refused.locking")}</li>
      </ul>
      <p>
        <a class="button" href="/sign-in">
          {say(language, "link_refused.sign_in")}
        </a>
      </p>
    </>
  );
}
