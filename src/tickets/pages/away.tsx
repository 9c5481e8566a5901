import { Away as AwayNotices } from "#accounts";
import type { Language } from "#platform";
import { say } from "../messages.ts";

type AwayProps = { language: Language; gone: "live.gone" | "one.gone" };

export function Away({ language, gone }: AwayProps) {
  return (
    <AwayNotices
      offline={say(language, "live.offline")}
      gone={say(language, gone)}
      unanswered={say(language, "live.unanswered")}
      back="/staff/tickets"
    />
  );
}
