import { Wrong } from "#accounts";
import { Labelled, type Language } from "#platform";
import { topics } from "#tickets";
import { say } from "../messages.ts";
import { listPath } from "./list.tsx";
import { languageName } from "./when.ts";

/** What of a wish stands in an address: codes of closed lists. */
export type WishCodes = { topic: string; language: string; channel: string };

export type Phone =
  | { is: "ready" }
  | { is: "new"; until: Date }
  | { is: "none" }
  /** No call that is asked for here is placed by phone. */
  | { is: "unserved" };

type WishPageProps = {
  language: Language;
  /** Those in which somebody can be called. */
  spoken: readonly string[];
  /** Whether the client can be called by phone, and why not. */
  phone: Phone;
  chosen: WishCodes;
  wrong?: string | undefined;
};

/** What the call is about, in which language and how. */
export function WishPage({ language, spoken, phone, chosen, wrong }: WishPageProps) {
  if (spoken.length === 0) {
    return (
      <>
        <h1>{say(language, "question.title")}</h1>
        <p class="lead">{say(language, "wish.no_language")}</p>
        <WriteInstead language={language} />
      </>
    );
  }
  const own = chosen.language || (language.tag.split("-")[0] ?? "");
  return (
    <>
      <h1>{say(language, "wish.title")}</h1>
      {wrong && <Wrong label={say(language, "wrong")}>{wrong}</Wrong>}
      <form method="get" action={`${listPath}/new/times`} class="card stack">
        <Labelled
          name="topic"
          label={say(language, "wish.topic")}
          hint={say(language, "wish.proof")}
        >
          <select id="topic" name="topic" required aria-describedby="topic-hint">
            <option value="">{say(language, "wish.choose")}</option>
            {topics.map((topic) => (
              <option value={topic} selected={chosen.topic === topic}>
                {say(language, `topic.${topic}`)}
              </option>
            ))}
          </select>
        </Labelled>
        <Labelled name="language" label={say(language, "wish.language")}>
          <select id="language" name="language" required>
            {spoken.map((tag) => (
              <option value={tag} selected={tag === own}>
                {languageName(language, tag)}
              </option>
            ))}
          </select>
        </Labelled>
        <Channels language={language} phone={phone} chosen={chosen.channel} />
        <p class="actions">
          <button type="submit">{say(language, "wish.next")}</button>
        </p>
      </form>
    </>
  );
}

/** Where nobody can call, there is always the other way. */
export function WriteInstead({ language }: { language: Language }) {
  return (
    <p>
      <a class="button" href="/account/tickets/new">
        {say(language, "wish.write")}
      </a>
    </p>
  );
}

type ChannelsProps = { language: Language; phone: Phone; chosen: string };

function Channels({ language, phone, chosen }: ChannelsProps) {
  const isPhone = phone.is === "ready" && chosen === "phone";
  return (
    <fieldset class="set-up">
      <legend>
        <h2>{say(language, "wish.channel")}</h2>
      </legend>
      <label class="tick">
        <input type="radio" name="channel" value="browser" checked={!isPhone} required />
        <span>
          <strong>{say(language, "wish.browser")}</strong>
          <br />
          <span class="muted">{say(language, "wish.browser.why")}</span>
        </span>
      </label>
      {phone.is === "ready" ? (
        <label class="tick">
          <input type="radio" name="channel" value="phone" checked={isPhone} />
          <span>
            <strong>{say(language, "wish.phone")}</strong>
            <br />
            <span class="muted">{say(language, "wish.phone.why")}</span>
          </span>
        </label>
      ) : (
        <p class="muted">
          {phone.is === "new"
            ? say(language, "wish.phone.new", { until: phone.until })
            : say(language, `wish.phone.${phone.is}`)}
        </p>
      )}
    </fieldset>
  );
}
