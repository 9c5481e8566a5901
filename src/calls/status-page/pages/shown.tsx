import { type Id, type Language, Linked } from "#platform";
import type { CallStatus, NextCall } from "../../status/index.ts";
import { say } from "../messages.ts";
import { Box } from "./box.tsx";
import { ClaimForm } from "./claim.tsx";
import { LegFacts } from "./leg.tsx";
import { DayAndTime, TimeOfDay } from "./when.tsx";

export type ShownProps = {
  language: Language;
  status: CallStatus;
  /** The session whose page it is. */
  session: Id<"session">;
};

/** What is true of calls right now, in words: exactly one of the statuses. */
export function Shown({ language, status, session }: ShownProps) {
  switch (status.is) {
    case "calling":
    case "on_call":
      return <LegFacts language={language} is={status.is} leg={status.leg} session={session} />;
    case "inbound_claim":
      return <ClaimForm language={language} claim={status.claim} at={status.at} />;
    case "busy":
      return <Busy language={language} at={status.at} />;
    default:
      return <NotCalling language={language} is={status.is} next={status.next} />;
  }
}

type NotCallingProps = {
  language: Language;
  is: "never_called" | "not_calling";
  next: NextCall | undefined;
};

/** Before a booked call it is red: whoever is on the line then isn't us yet. */
function NotCalling({ language, is, next }: NotCallingProps) {
  const own = { language, status: is };
  if (next?.isSoon) {
    return (
      <Box {...own} icon="stop" tone="danger" title="next.title" tab="next.tab">
        <p>{say(language, "next.lead")}</p>
        <Booked language={language} next={next} />
      </Box>
    );
  }
  return (
    <Box {...own} icon="shield" tone="calm" title={`${is}.title`}>
      <p>
        {say(language, `${is}.lead`)} <a href="/call">{say(language, "more")}</a>
      </p>
      {next && <Booked language={language} next={next} />}
    </Box>
  );
}

function Booked({ language, next }: { language: Language; next: NextCall }) {
  return (
    <p>
      {say(language, "next.booked")}{" "}
      <DayAndTime language={language} at={next.startsAt} timeZone={next.timeZone} />{" "}
      <a href="/account/calls">{say(language, "next.open")}</a>
    </p>
  );
}

function Busy({ language, at }: { language: Language; at: Date }) {
  return (
    <Box
      language={language}
      status="busy"
      icon="stop"
      tone="danger"
      title="busy.title"
      tab="busy.tab"
    >
      <p>{say(language, "busy.lead")}</p>
      <p class="small">
        {say(language, "busy.at")} <TimeOfDay language={language} at={at} />
      </p>
      <ol>
        <li>{say(language, "busy.step.hang_up")}</li>
        <li>{say(language, "busy.step.nothing")}</li>
        <li>
          <Linked sentence={say(language, "busy.step.given")} href="/help#right-now" />
        </li>
        <li>
          <Linked sentence={say(language, "busy.step.lock")} href="/account/locked" />
        </li>
      </ol>
    </Box>
  );
}

/** A page that can't reach us knows nothing, and says so. */
export function Unknown({ language }: { language: Language }) {
  return (
    <Box language={language} status="unknown" icon="question" tone="quiet" title="unknown.title">
      <p>{say(language, "unknown.lead")}</p>
    </Box>
  );
}

export function SignedOut({ language }: { language: Language }) {
  return (
    <Box language={language} status="unknown" icon="question" tone="quiet" title="signed_out.title">
      <p>
        <Linked sentence={say(language, "signed_out.lead")} href="/sign-in?back=/call" />
      </p>
    </Box>
  );
}
