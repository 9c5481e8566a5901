import { type Language, Linked } from "#platform";
import { say } from "../messages.ts";

const proofs = ["number", "facts", "ignore", "grey"] as const;
const ways = [
  ["/account/calls", "page.calls"],
  ["/help#right-now", "page.given"],
  ["/report", "page.report"],
  ["/account/locked", "page.lock"],
  ["/help/how-a-genuine-call-works", "page.how"],
] as const;

/** What was just answered about somebody who phoned us. */
export type Claimed = "not_me" | "dialled";

/** `/call` of who is signed in: the status itself stands above it, as on every page. */
export function CallPage({ language, claimed }: { language: Language; claimed?: Claimed }) {
  return (
    <>
      {claimed && <ClaimedNotice language={language} claimed={claimed} />}
      <header>
        <h1>{say(language, "page.title")}</h1>
        <p class="lead">{say(language, "page.lead")}</p>
      </header>
      <section aria-labelledby="trust">
        <h2 id="trust">{say(language, "page.trust")}</h2>
        <ul>
          {proofs.map((proof) => (
            <li>{say(language, `page.trust.${proof}`)}</li>
          ))}
        </ul>
        <p>{say(language, "page.bookmark")}</p>
      </section>
      <section aria-labelledby="next">
        <h2 id="next">{say(language, "page.next")}</h2>
        <ul class="links">
          {ways.map(([path, words]) => (
            <li>
              <a href={path}>{say(language, words)}</a>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function ClaimedNotice({ language, claimed }: { language: Language; claimed: Claimed }) {
  const isScam = claimed === "not_me";
  return (
    <section
      class={`notice tone-${isScam ? "danger" : "good"}`}
      aria-label={say(language, "label")}
    >
      <p role="status">{say(language, `claimed.${claimed}`)}</p>
      {isScam && (
        <p>
          <Linked sentence={say(language, "claimed.not_me.next")} href="/account/locked" />
        </p>
      )}
    </section>
  );
}

/** `/call` of anybody: what is always true, in ten seconds. */
export function SignedOutPage({ language }: { language: Language }) {
  return (
    <>
      <h1>{say(language, "out.title")}</h1>
      <section class="verdict tone-danger" aria-label={say(language, "out.hang_up")}>
        <h2>{say(language, "out.hang_up")}</h2>
        <p>{say(language, "out.rule")}</p>
        <p>{say(language, "out.check")}</p>
      </section>
      <p>
        <a class="button" href="/sign-in?back=/call">
          {say(language, "out.sign_in")}
        </a>
      </p>
      <ul>
        <li>
          <Linked sentence={say(language, "out.given")} href="/help#right-now" />
        </li>
        <li>
          <Linked sentence={say(language, "out.report")} href="/report" />
        </li>
        <li>
          <a href="/help/how-a-genuine-call-works">{say(language, "page.how")}</a>
        </li>
      </ul>
    </>
  );
}
