import type { Id, Language } from "#platform";
import type { Call } from "../call/index.ts";
import { aliasOf } from "../call/index.ts";
import type { CallsDesk } from "../desk.ts";
import { say as sayCalls } from "../messages.ts";
import { momentIn, teamOf } from "../reporting/index.ts";
import type { Heard } from "../signal/index.ts";
import { spoken } from "../words/index.ts";
import { say } from "./messages.ts";

/** How a call stands, as one page of its client is told: src/calls/browser/talk-page.ts reads it. */
export type Told =
  | { is: "waiting" }
  | { is: "ringing" | "elsewhere"; leg: Id<"leg">; who: string }
  | {
      is: "talking";
      leg: Id<"leg">;
      who: string;
      seconds: number;
      choices: string[];
      isPicked: boolean;
    }
  | { is: "over"; leg: Id<"leg">; because: string; wasAnswered: boolean };

/** What a session of the client is told. What nobody vouches for any more is over, whatever its row says. */
export async function toldOf(
  { database }: Pick<CallsDesk, "database">,
  heard: Heard,
  { call, session, language, now }: Telling,
): Promise<Told> {
  if (!heard) return { is: "waiting" };
  const { leg, isUp } = heard;
  const { state } = leg;
  if (!isUp) {
    const because = state.is === "ended" ? state.because : "lapsed";
    const wasAnswered = state.is === "answered" || (state.is === "ended" && !!state.answeredAt);
    return { is: "over", leg: leg.id, because, wasAnswered };
  }
  const [alias = "", team = ""] = [
    await aliasOf(database, leg.agent),
    await teamOf(database, leg.agent),
  ];
  const topic = sayCalls(language, `topic.${call.topic}`);
  const when = momentIn(language, call.timeZone, leg.startedAt);
  const isPhone = leg.channel === "phone";
  const who = say(language, isPhone ? "who.phone" : "who", { alias, team, topic, when });
  if (state.is !== "answered") return { is: "ringing", leg: leg.id, who };
  // A phone is in no session: its words are chosen in any page of the client.
  if (!isPhone && leg.session !== session) return { is: "elsewhere", leg: leg.id, who };
  return {
    ...{ is: "talking", leg: leg.id, who },
    seconds: Math.max(0, Math.round((now.getTime() - state.since.getTime()) / 1_000)),
    choices: leg.words.choices.map(spoken),
    isPicked: leg.words.picked !== undefined,
  };
}

type Telling = {
  call: Pick<Call, "topic" | "timeZone">;
  session: Id<"session">;
  language: Language;
  now: Date;
};
