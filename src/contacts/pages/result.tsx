import { Icon, type IconName, type Language, Linked, type Tone } from "#platform";
import { type ExplainedReason, type Explanation, explain } from "../explain.ts";
import { say } from "../messages.ts";
import { type Finding, technicalReasons, type Verdict } from "../verdict.ts";
import { CheckForm } from "./check-form.tsx";

const looks: Record<Verdict, { tone: Tone; icon: IconName }> = {
  ours: { tone: "good", icon: "check" },
  ours_never_proof: { tone: "caution", icon: "warning" },
  ours_inbound_only: { tone: "danger", icon: "stop" },
  was_ours: { tone: "danger", icon: "stop" },
  imitates_us: { tone: "danger", icon: "stop" },
  reported: { tone: "danger", icon: "stop" },
  not_ours: { tone: "danger", icon: "stop" },
  unreadable: { tone: "quiet", icon: "question" },
  ask_signed_in: { tone: "caution", icon: "question" },
};

type ResultPageProps = { language: Language; finding: Finding; typed: string };

/** The checker's answer: the verdict first, then why, then what to do, then the field again. */
export function ResultPage({ language, finding, typed }: ResultPageProps) {
  const explanation = explain(finding, language);
  return (
    <>
      <Answer language={language} finding={finding} explanation={explanation} />
      {finding.parts && finding.parts.length > 0 && (
        <Parts language={language} parts={finding.parts} />
      )}
      <section class="card no-print" aria-labelledby="again">
        <h2 id="again">{say(language, "page.check.again")}</h2>
        <CheckForm language={language} typed={typed} />
      </section>
    </>
  );
}

type AnswerProps = { language: Language; finding: Finding; explanation: Explanation };

function Answer({ language, finding, explanation }: AnswerProps) {
  const { tone, icon } = looks[finding.verdict];
  return (
    <section class={`verdict tone-${tone}`} aria-labelledby="verdict">
      <h1 id="verdict" tabindex={-1} autofocus={true}>
        <Icon name={icon} />
        <span>{explanation.heading}</span>
      </h1>
      <p class="read-as">
        {say(language, "result.read_as", { kind: explanation.kind })}
        {explanation.readAs !== "" && (
          <>
            {" "}
            <samp dir="auto">{explanation.readAs}</samp>
          </>
        )}
      </p>
      <h2>{say(language, "result.steps")}</h2>
      <ol>
        {explanation.steps.map(({ sentence, href }) => (
          <li>{href ? <Linked sentence={sentence} href={href} /> : sentence}</li>
        ))}
      </ol>
      <h2>{say(language, "result.why")}</h2>
      <Reasons reasons={explanation.reasons.filter(({ code }) => !technicalReasons.has(code))} />
      <ForExperts
        language={language}
        reasons={explanation.reasons.filter(({ code }) => technicalReasons.has(code))}
      />
    </section>
  );
}

function Reasons({ reasons }: { reasons: readonly ExplainedReason[] }) {
  return (
    <ul>
      {reasons.map(({ text }) => (
        <li>{text}</li>
      ))}
    </ul>
  );
}

type ForExpertsProps = { language: Language; reasons: readonly ExplainedReason[] };

/** What a mail server would say of a mail: nothing that helps a frightened person decide. */
function ForExperts({ language, reasons }: ForExpertsProps) {
  if (reasons.length === 0) return null;
  return (
    <details>
      <summary>{say(language, "result.experts")}</summary>
      <Reasons reasons={reasons} />
    </details>
  );
}

function Parts({ language, parts }: { language: Language; parts: readonly Finding[] }) {
  return (
    <section aria-labelledby="parts">
      <h2 id="parts">{say(language, "result.parts")}</h2>
      <ul class="parts">
        {parts.map((part) => (
          <Part language={language} part={part} />
        ))}
      </ul>
    </section>
  );
}

function Part({ language, part }: { language: Language; part: Finding }) {
  const { heading, reasons, readAs } = explain(part, language);
  const { tone, icon } = looks[part.verdict];
  return (
    <li class={`tone-${tone}`}>
      <Icon name={icon} />
      <div>
        <samp dir="auto">{readAs || part.input}</samp>
        <strong>{heading}</strong>
        <p class="small">{reasons[0]?.text}</p>
      </div>
    </li>
  );
}
