import { Away as AwayNotices } from "#accounts";
import type { Language } from "#platform";
import { say } from "../messages.ts";

export function Away({ language }: { language: Language }) {
  return (
    <AwayNotices
      offline={say(language, "live.offline")}
      gone={say(language, "live.gone")}
      unanswered={say(language, "live.unanswered")}
      back="/staff/tickets"
    />
  );
}
