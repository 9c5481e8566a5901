import type { Analysis } from "#guard";
import { Icon, type IconName, type Id, type Language, Linked, type Tone } from "#platform";
import { Removed } from "../../pages/index.ts";
import { type Heading, headingOf, type NamedContact } from "../examine.ts";
import { type MessageKey, say, worded } from "../messages.ts";
import type { Harm } from "../report.ts";
import type { Told } from "../reports.ts";

const looks: Record<Heading, { tone: Tone; icon: IconName }> = {
  scam: { tone: "danger", icon: "stop" },
  suspicious: { tone: "caution", icon: "warning" },
  nothing_found: { tone: "quiet", icon: "question" },
  unread: { tone: "quiet", icon: "question" },
};

const signalsMax = 12;
/** The strongest stand first; more is not read by somebody who is afraid. */
const reasonsMax = 3;

type AnswerPageProps = {
  language: Language;
  told: Pick<Told, "removed" | "examined"> & { ticket?: Id<"ticket"> | undefined };
  harms: readonly Harm[];
  by: "signed_in" | "guest" | "anonymous";
};

/** What we found, by the words that show it, and what to do; never a number alone. */
export function AnswerPage({ language, told, harms, by }: AnswerPageProps) {
  const { removed, examined, ticket } = told;
  const { analysis, contacts } = examined;
  const heading = headingOf(examined);
  const { tone, icon } = looks[heading];
  return (
    <>
      <p class="notice tone-good" role="status">
        {say(language, "answer.sent")}
      </p>
      <Removed language={language} removed={removed} />
      <section class={`verdict tone-${tone}`} aria-labelledby="verdict">
        <h1 id="verdict" tabindex={-1} autofocus={true}>
          <Icon name={icon} />
          <span>{say(language, `answer.${heading}`)}</span>
        </h1>
        <h2>{say(language, "answer.do")}</h2>
        <ToDo language={language} harms={harms} />
        <Why language={language} analysis={analysis} />
      </section>
      {contacts.length > 0 && <Contacts language={language} contacts={contacts} />}
      <section aria-labelledby="next">
        <h2 id="next">{say(language, "answer.next")}</h2>
        <p>
          {by === "signed_in" && ticket ? (
            <Linked
              sentence={say(language, "answer.next.signed_in")}
              href={`/account/tickets/${ticket}`}
            />
          ) : (
            say(language, by === "guest" ? "answer.next.guest" : "answer.next.anonymous")
          )}
        </p>
        <p>{say(language, "answer.next.warn")}</p>
      </section>
    </>
  );
}

const pageOf: Record<Harm, string> = {
  code: "/help/gave-a-code",
  remote: "/help/allowed-remote-access",
  money: "/help/sent-money",
  seed: "/help/shared-seed-words",
};

function ToDo({ language, harms }: { language: Language; harms: readonly Harm[] }) {
  const links: { key: MessageKey; href: string }[] = [
    ...harms.map((harm) => ({ key: `answer.do.${harm}` as const, href: pageOf[harm] })),
    { key: "answer.do.lock", href: "/account/locked" },
  ];
  return (
    <ol>
      {links.map(({ key, href }) => (
        <li>
          <Linked sentence={say(language, key)} href={href} />
        </li>
      ))}
      <li>{say(language, "answer.do.stop")}</li>
      <li>{say(language, "answer.do.keep")}</li>
      <li>
        <Linked sentence={say(language, "answer.do.check")} href="/check" />
      </li>
    </ol>
  );
}

function Why({ language, analysis }: { language: Language; analysis: Analysis }) {
  const { reasons, signals } = analysis;
  const first = new Map(signals.toReversed().map((signal) => [signal.code, signal]));
  const shown = [...first.values()].sort((a, b) => a.start - b.start).slice(0, signalsMax);
  return (
    <>
      {reasons.length > 0 && (
        <>
          <h2>{say(language, "answer.why")}</h2>
          <ul>
            {reasons.slice(0, reasonsMax).map(({ code }) => (
              <li>{worded(language, "reason", code)}</li>
            ))}
          </ul>
        </>
      )}
      {shown.length > 0 && (
        <>
          <h2>{say(language, "answer.signals")}</h2>
          <ul>
            {shown.map(({ code, words }) => (
              <li>
                <q dir="auto">{words}</q> {worded(language, "signal", code)}
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="small">{say(language, "answer.expert")}</p>
    </>
  );
}

type ContactsProps = { language: Language; contacts: readonly NamedContact[] };

function Contacts({ language, contacts }: ContactsProps) {
  return (
    <section aria-labelledby="named">
      <h2 id="named">{say(language, "answer.contacts")}</h2>
      <ul>
        {contacts.map(({ shown, verdict }) => (
          <li>
            <samp dir="auto">{shown}</samp> {say(language, sentenceOf(verdict))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function sentenceOf(verdict: string) {
  if (verdict.startsWith("ours")) return "contact.ours";
  const known = ["was_ours", "imitates_us", "reported"] as const;
  const found = known.find((one) => one === verdict);
  return found ? (`contact.${found}` as const) : "contact.not_ours";
}
