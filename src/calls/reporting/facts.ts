import type { Language } from "#platform";
import { aliasOf, type Call } from "../call/index.ts";
import type { CallsDesk } from "../desk.ts";
import type { Leg } from "../leg/index.ts";
import { say as sayCalls } from "../messages.ts";
import { say } from "./messages.ts";
import { teamOf } from "./store.ts";

/** What we know of a call, as its client would tell it: the words of a report that the client didn't have to type. */
export async function factsOf(
  { database }: Pick<CallsDesk, "database">,
  { id, topic, timeZone }: Pick<Call, "id" | "topic" | "timeZone">,
  leg: Pick<Leg, "agent" | "channel" | "startedAt"> | undefined,
  language: Language,
): Promise<string> {
  const alias = leg && (await aliasOf(database, leg.agent));
  const team = leg && (await teamOf(database, leg.agent));
  const when = leg && momentIn(language, timeZone, leg.startedAt);
  return [
    say(language, "facts.intro"),
    ...(when ? [say(language, `facts.${leg.channel}`, { when })] : []),
    ...(alias && team ? [say(language, "facts.who", { alias, team })] : []),
    say(language, "facts.topic", { topic: sayCalls(language, `topic.${topic}`) }),
    say(language, "facts.call", { call: id }),
  ].join("\n");
}

/** A moment as the client's own clock showed it, to the minute, with its zone. */
export function momentIn({ tag }: Language, timeZone: string, at: Date): string {
  const day = { day: "numeric", month: "long", year: "numeric" } as const;
  const time = { hour: "2-digit", minute: "2-digit", timeZoneName: "short" } as const;
  return new Intl.DateTimeFormat(tag, { ...day, ...time, timeZone }).format(at);
}
