import type { PropsWithChildren } from "hono/jsx";
import { clockTime, type Language, Linked } from "#platform";
import type { LookLine } from "../by-contact.ts";
import { say } from "../messages.ts";
import type { Answered, Naming, ShownGroup } from "../reading.ts";
import { howOf, whatOf, whoOf, whyOf } from "../words.ts";

type GroupProps = { language: Language; group: ShownGroup; naming: Naming };

/** What was looked at on one day for one contact, and whether that was right. */
export function Group({ language, group, naming }: GroupProps) {
  const { about, lines, answered } = group;
  const told = lines.map((line) => [
    whoOf(language, line.staff, naming),
    whyOf(language, line.purpose, naming),
  ]);
  const [first] = told;
  // Said once, where it is the same for all.
  const isCommon = first && told.every(([who, why]) => who === first[0] && why === first[1]);
  return (
    <section class="card looks-for" id={answered && about.id}>
      <Head language={language} group={group} />
      {isCommon && <WhoAndWhy who={first[0]} why={first[1]} />}
      <ul class="looks">
        {lines.map((line, place) => (
          <Line language={language} line={line}>
            {!isCommon && <WhoAndWhy who={told[place]?.[0]} why={told[place]?.[1]} />}
          </Line>
        ))}
      </ul>
      {answered && <Question language={language} about={about.id} answered={answered} />}
    </section>
  );
}

function Head({ language, group: { about, contact } }: Omit<GroupProps, "naming">) {
  if (about.is === "pass") {
    return (
      <header>
        <h3>{say(language, "about.pass")}</h3>
        <p class="hint">{say(language, "about.pass_why")}</p>
      </header>
    );
  }
  if (about.is === "alone") return <h3>{say(language, "about.alone")}</h3>;
  if (!contact) return <h3>{say(language, "about.ticket_gone")}</h3>;
  const { reference, openedAt: at, isSignedIn } = contact;
  return (
    <header>
      <h3>
        <Linked
          sentence={say(language, "about.ticket", { reference })}
          href={`/account/tickets/${about.id}`}
        />
      </h3>
      <p class="hint">
        {say(language, isSignedIn ? "about.opened" : "about.opened_unsigned", { at })}
      </p>
    </header>
  );
}

type LineProps = PropsWithChildren<{ language: Language; line: LookLine }>;

function Line({ language, line, children }: LineProps) {
  const { times } = line;
  return (
    <li>
      <p>
        <strong>{whatOf(language, line.seen)}</strong>{" "}
        <span class={`badge ${toneOf(line)}`}>{howOf(language, line)}</span>
      </p>
      <p class="muted small">
        {times.map((at, place) => (
          <>
            {place > 0 && ", "}
            <time datetime={at.toISOString()}>{clockTime(at)}</time>
          </>
        ))}
      </p>
      {children}
    </li>
  );
}

/** The colour repeats what the words say: a value that was seen stands out, one that wasn't is good to know. */
function toneOf(line: LookLine): string {
  const { is } = line.seen;
  if (line.isRefused || is === "nothing" || is === "pass") return "";
  return is === "test" || is === "words" ? "quiet" : "caution";
}

function WhoAndWhy({ who, why }: { who: string | undefined; why: string | undefined }) {
  return (
    <p class="small">
      <bdi>{who}</bdi>
      {why && <span class="muted">{` · ${why}`}</span>}
    </p>
  );
}

type QuestionProps = { language: Language; about: string; answered: Answered };

/** One tap says yes or no. A no is carried out at once; one that was a mistake is taken back. */
function Question({ language, about, answered }: QuestionProps) {
  if (answered.is === "yes") {
    return (
      <form method="post" action="/account/looks/answers" class="was-it-you">
        <input type="hidden" name="about" value={about} />
        <p class="muted small">{say(language, "said.yes", { at: answered.at })}</p>
        <button type="submit" name="said" value="no" class="link">
          {say(language, "said.change")}
        </button>
      </form>
    );
  }
  const reader = answered.hasReader ? "yes" : "no";
  return (
    <>
      {answered.is === "no" && <SaidNo language={language} about={about} answered={answered} />}
      {(answered.is === "open" || answered.othersLooked) && (
        <form method="post" action="/account/looks/answers" class="was-it-you">
          <input type="hidden" name="about" value={about} />
          <p>
            <strong>{say(language, answered.is === "open" ? "ask" : "ask.again")}</strong>
          </p>
          <p class="acts">
            {answered.is === "open" && (
              <button type="submit" name="said" value="yes" class="plain">
                {say(language, "ask.yes")}
              </button>
            )}
            <button type="submit" name="said" value="no" class="danger">
              {say(language, "ask.no")}
            </button>
          </p>
          <p class="hint">{say(language, "ask.then", { reader })}</p>
        </form>
      )}
    </>
  );
}

type SaidNoProps = QuestionProps & { answered: Extract<Answered, { is: "no" }> };

function SaidNo({ language, about, answered }: SaidNoProps) {
  const { at, isFrozen } = answered;
  const reader = answered.hasReader ? "yes" : "no";
  return (
    <section class="notice tone-good" aria-label={say(language, "done.label")}>
      <p>
        <strong>{say(language, "said.no", { at })}</strong>{" "}
        {say(language, isFrozen ? "said.no_frozen" : "said.no_lifted", { reader })}
      </p>
      <p>
        <Linked sentence={say(language, "said.worried")} href="/account/locked" />
      </p>
      <form method="post" action="/account/looks/answers">
        <input type="hidden" name="about" value={about} />
        <button type="submit" name="said" value="back" class="link">
          {say(language, "said.back")}
        </button>
      </form>
    </section>
  );
}
