import type { Language } from "#platform";
import { say } from "../messages.ts";
import type { LogState, SealingState, VerificationState } from "../publishing/index.ts";
import { FindingCard } from "./finding-card.tsx";
import { moment } from "./moment.ts";

type FindingsProps = { language: Language; state: LogState; now: Date };

/** What is well and what isn't, each with what to do. */
export function Findings({ language, state, now }: FindingsProps) {
  const { sealing, witnesses, verification } = state;
  return (
    <div class="columns">
      <FindingCard
        language={language}
        light={sealing.light}
        title="log.sealing.title"
        remedy={sealing.is === "sealing" ? undefined : `log.sealing.${sealing.is}.do`}
      >
        <Sealing language={language} sealing={sealing} now={now} />
      </FindingCard>
      <FindingCard
        language={language}
        light={witnesses.light}
        title="log.witnesses.title"
        remedy={witnesses.is === "enough" ? undefined : `log.witnesses.${witnesses.is}.do`}
      >
        <p>{say(language, `log.witnesses.${witnesses.is}`)}</p>
      </FindingCard>
      <FindingCard
        language={language}
        light={verification.light}
        title="log.verification.title"
        remedy={verification.is === "sound" ? undefined : `log.verification.${verification.is}.do`}
      >
        <p>{verified(language, verification, now)}</p>
      </FindingCard>
    </div>
  );
}

function Sealing({
  language,
  sealing,
  now,
}: {
  language: Language;
  sealing: SealingState;
  now: Date;
}) {
  if (sealing.is === "stopped") {
    return <p>{say(language, "log.sealing.stopped", moment(language, sealing.since, now))}</p>;
  }
  return (
    <>
      <p>{say(language, `log.sealing.${sealing.is}`)}</p>
      {sealing.is === "troubled" && (
        <p>
          <samp>{sealing.trouble}</samp>
        </p>
      )}
    </>
  );
}

function verified(language: Language, verification: VerificationState, now: Date): string {
  if (verification.is === "never") return say(language, "log.verification.never");
  const { endedAt, size, findingsCount } = verification.last;
  const values = { ...moment(language, endedAt, now), events: size, findings: findingsCount };
  return say(language, `log.verification.${verification.is}`, values);
}
