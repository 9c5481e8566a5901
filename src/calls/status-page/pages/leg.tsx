import type { Id, Language } from "#platform";
import type { ShownLeg } from "../../status/index.ts";
import { say } from "../messages.ts";
import { type Whereabouts, whereIs } from "../told.ts";
import { Box } from "./box.tsx";
import { TimeOfDay } from "./when.tsx";

type LegFactsProps = {
  language: Language;
  is: "calling" | "on_call";
  leg: ShownLeg;
  session: Id<"session">;
};

/** A call of ours that is up: who, about what, how, since when, and that it was we who called. */
export function LegFacts({ language, is, leg, session }: LegFactsProps) {
  const where = whereIs(leg, session);
  const own = { language, status: is } as const;
  const facts = <Facts language={language} leg={leg} />;
  const stop = <StopForm language={language} leg={leg.leg} />;
  if (where === "elsewhere") {
    return (
      <Box {...own} icon="warning" tone="caution" title="elsewhere.title" tab="elsewhere.tab">
        <p>{say(language, "elsewhere.lead")}</p>
        {stop}
        {facts}
      </Box>
    );
  }
  const by = where === "phone" ? "phone" : "browser";
  return (
    <Box
      {...own}
      icon="check"
      tone="good"
      title={`${is}.title`}
      {...(is === "calling" && { tab: "calling.tab" })}
    >
      <p>{say(language, `${is}.${by}`)}</p>
      {is === "on_call" && where === "phone" && <p>{say(language, "on_call.unapproved")}</p>}
      {facts}
      <div class="call-answers">
        <Onward language={language} is={is} where={where} call={leg.call} />
        {(is === "calling" || where === "phone") && stop}
      </div>
    </Box>
  );
}

type OnwardProps = Pick<LegFactsProps, "language" | "is"> & {
  where: Whereabouts;
  call: Id<"call">;
};

/** To the page on which the call is answered, or approved: the only place where it can be. */
function Onward({ language, is, where, call }: OnwardProps) {
  if (is === "calling" && where === "phone") return null;
  const key =
    is === "calling" ? "calling.answer" : where === "phone" ? "on_call.approve" : "on_call.back";
  const path = `/account/calls/${call}/${where === "phone" ? "approve" : "talk"}`;
  return (
    <div>
      <a class="button" href={path}>
        {say(language, key)}
      </a>
    </div>
  );
}

function Facts({ language, leg }: { language: Language; leg: ShownLeg }) {
  const { alias, team, topic, channel, since } = leg;
  const lines = [
    [say(language, "direction"), say(language, "direction.value")],
    [say(language, "who"), say(language, "who.value", { alias, team })],
    [say(language, "about"), say(language, `topic.${topic}`)],
    [say(language, "how"), say(language, `how.${channel}`)],
  ];
  return (
    <dl class="call-facts">
      {lines.map(([name, value]) => (
        <div>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      <div>
        <dt>{say(language, "since")}</dt>
        <dd>
          <TimeOfDay language={language} at={since} />
        </dd>
      </div>
    </dl>
  );
}

function StopForm({ language, leg }: { language: Language; leg: Id<"leg"> }) {
  return (
    <form method="post" action={`/account/call/legs/${leg}/stop`}>
      <button type="submit" class="danger" aria-describedby="call-stop">
        {say(language, "stop.button")}
      </button>
      <p class="small" id="call-stop">
        {say(language, "stop.lead")}
      </p>
    </form>
  );
}
