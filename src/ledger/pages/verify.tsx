import { Icon, type Language } from "#platform";
import { type MessageKey, say } from "../messages.ts";

/** What the page's script may say, and what it puts into each sentence for itself. */
const scriptWords: Partial<Record<MessageKey, readonly string[]>> = {
  "verify.what": [],
  "verify.what.value": ["kind", "version"],
  "verify.when": [],
  "verify.when.value": ["at"],
  "verify.id": [],
  "verify.client": [],
  "verify.who": [],
  "verify.who.unnamed": [],
  "verify.who.system": [],
  "verify.who.client": ["id"],
  "verify.who.staff": ["id"],
  "verify.field": [],
  "verify.version": [],
  "verify.ticket": [],
  "verify.purpose": [],
  "verify.decision": [],
  "verify.decision.allow": [],
  "verify.decision.deny": [],
  "verify.details": [],
  "verify.place": [],
  "verify.place.value": ["number", "size", "log"],
  "verify.seen": [],
  "verify.seen.value": ["name", "at"],
  "verify.seen.timeless": ["name"],
  "verify.seen.nobody": [],
  "verify.proves.held": [],
  "verify.proves.seen": [],
  "verify.not.true": [],
  "verify.not.client": ["number"],
  "verify.not.missing": [],
  "verify.not.witnessed": [],
  "verify.not.unchecked": ["name"],
  "verify.not.page": [],
  "verify.several": ["good", "all"],
  "verify.several.entry": ["at", "kind", "field"],
  "verify.several.refused": ["number", "reason"],
  "verify.refused.not_a_proof": [],
  "verify.refused.changed": [],
  "verify.refused.proof_wrong": [],
  "verify.refused.signature_wrong": [],
  "verify.refused.untrusted": [],
  "verify.refused.other": [],
};

type VerifyPageProps = {
  language: Language;
  /** The published policy; undefined while there is none. */
  policy: string | undefined;
  /** The address of the page's script. */
  script: string;
};

/** Where a person checks a proof, in the page itself. Without JavaScript it says which command does it. */
export function VerifyPage({ language, policy, script }: VerifyPageProps) {
  return (
    <>
      <header>
        <h1>{say(language, "verify.title")}</h1>
        <p class="lead">{say(language, "verify.lead")}</p>
      </header>
      <noscript>
        <p class="notice tone-caution">{say(language, "verify.noscript")}</p>
      </noscript>
      <p class="notice tone-caution" id="unable" hidden>
        {say(language, "verify.unable")}
      </p>
      <form class="card" id="check" hidden>
        <label for="file">{say(language, "verify.file")}</label>
        <p class="hint" id="file-hint">
          {say(language, "verify.file.hint")}
        </p>
        <input
          type="file"
          id="file"
          accept=".json,.txt,application/json,text/plain"
          aria-describedby="file-hint"
        />
        <details>
          <summary>{say(language, "verify.policy.summary")}</summary>
          <label for="policy">{say(language, "verify.policy.label")}</label>
          <p class="hint" id="policy-hint">
            {say(language, "verify.policy.hint")}
          </p>
          <textarea
            id="policy"
            rows={6}
            dir="ltr"
            spellcheck={false}
            autocomplete="off"
            aria-describedby="policy-hint"
          >
            {policy ?? ""}
          </textarea>
        </details>
      </form>
      <div id="result" aria-live="polite" />
      <Outcomes language={language} />
      <ul id="words" hidden>
        {Object.entries(scriptWords).map(([key, names]) => (
          <li data-key={key}>{say(language, key as MessageKey, placeholders(names))}</li>
        ))}
      </ul>
      <script type="module" src={script} />
    </>
  );
}

/** What the script copies, and fills with what it found. */
function Outcomes({ language }: { language: Language }) {
  return (
    <>
      <template id="proven">
        <section class="verdict tone-good">
          <h2 tabindex={-1}>
            <Icon name="check" />
            <span>{say(language, "verify.proven.title")}</span>
          </h2>
          <dl class="facts" />
          <h3>{say(language, "verify.proves.title")}</h3>
          <ul data-list="proves" />
          <h3>{say(language, "verify.not.title")}</h3>
          <ul data-list="not" />
        </section>
      </template>
      <Several language={language} areGood />
      <Several language={language} />
      <template id="refused">
        <section class="verdict tone-danger">
          <h2 tabindex={-1}>
            <Icon name="stop" />
            <span>{say(language, "verify.refused.title")}</span>
          </h2>
          <p data-is="reason" />
          <details>
            <summary>{say(language, "verify.refused.details")}</summary>
            <p>
              <samp data-is="details" />
            </p>
          </details>
        </section>
      </template>
    </>
  );
}

/** What the script copies for a file with several proofs. */
function Several({ language, areGood = false }: { language: Language; areGood?: boolean }) {
  return (
    <template id={areGood ? "several" : "several-bad"}>
      <section class={`verdict tone-${areGood ? "good" : "danger"}`}>
        <h2 tabindex={-1}>
          <Icon name={areGood ? "check" : "stop"} />
          <span>{say(language, areGood ? "verify.several.title" : "verify.several.bad")}</span>
        </h2>
        <p data-is="told" />
        <ul data-list="entries" />
      </section>
    </template>
  );
}

/** `{name}` for each name: the script puts its values there. */
function placeholders(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, `{${name}}`]));
}
