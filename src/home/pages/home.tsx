import { CheckForm } from "#contacts";
import { SearchForm } from "#help";
import { type Language, Linked } from "#platform";
import { NeverAskList, type Worded } from "#policy";
import { say } from "../messages.ts";

export type HomePageProps = {
  language: Language;
  firm: string;
  /** The never-ask list in the reader's language, as the policy words it. */
  neverAsk: readonly Worded<string>[];
};

/** Readable in ten seconds by a frightened person: the checker and the call come first. */
export function HomePage({ language, firm, neverAsk }: HomePageProps) {
  return (
    <>
      <header>
        <h1>{say(language, "home.title", { firm })}</h1>
        <p class="lead">{say(language, "home.lead")}</p>
      </header>
      <div class="front">
        <div class="card">
          <CheckForm language={language} />
        </div>
        <CallingNow language={language} />
      </div>
      <section aria-labelledby="never">
        <h2 id="never">{say(language, "home.never.title")}</h2>
        <p>{say(language, "home.never.lead")}</p>
        <NeverAskList items={neverAsk} />
      </section>
      <section aria-labelledby="help">
        <h2 id="help">{say(language, "home.help.title")}</h2>
        <div class="card">
          <SearchForm language={language} />
        </div>
        <ul class="links">
          <li>
            <a href="/help">{say(language, "home.help.all")}</a>
          </li>
          <li>
            <a href="/contacts">{say(language, "home.contacts")}</a>
          </li>
        </ul>
      </section>
    </>
  );
}

const callSteps = [
  "home.calling.step.hangup",
  "home.calling.step.number",
  "home.calling.step.facts",
] as const;

function CallingNow({ language }: { language: Language }) {
  return (
    <section class="notice tone-danger" aria-labelledby="calling">
      <h2 id="calling">{say(language, "home.calling.title")}</h2>
      <ul>
        {callSteps.map((step) => (
          <li>{say(language, step)}</li>
        ))}
        <li>
          <Linked sentence={say(language, "home.calling.step.check")} href="/call" />
        </li>
        <li>
          <Linked sentence={say(language, "home.calling.step.given")} href="/help#right-now" />
        </li>
        <li>
          <Linked sentence={say(language, "home.calling.step.report")} href="/report" />
        </li>
      </ul>
      <p>
        {say(language, "home.calling.rule")}{" "}
        <a href="/help/how-a-genuine-call-works">{say(language, "home.calling.genuine")}</a>
      </p>
    </section>
  );
}
