import { type Language, Linked } from "#platform";
import { say } from "../messages.ts";

/** What a page that stays live says of itself: that it hears nothing, or that it isn't its reader's any more. */
export function Away({ language }: { language: Language }) {
  return (
    <>
      <p class="notice tone-caution" data-offline hidden role="status">
        {say(language, "live.offline")}
      </p>
      <p class="notice tone-caution" data-gone hidden role="status">
        <Linked sentence={say(language, "live.gone")} href="/staff/tickets" />
      </p>
    </>
  );
}
