import type { Language } from "#platform";
import { say } from "../messages.ts";
import { Removed } from "./conversation.tsx";

/** What was typed waits for the address to be proven. */
export function SentPage({
  language,
  removed,
}: {
  language: Language;
  removed: readonly string[];
}) {
  return (
    <>
      <h1>{say(language, "sent.title")}</h1>
      <Removed language={language} removed={removed} />
      <p class="lead">{say(language, "sent.lead")}</p>
      <p>{say(language, "sent.mail")}</p>
      <p>{say(language, "sent.nothing")}</p>
    </>
  );
}

type GuestLinkPageProps = {
  language: Language;
  place: "confirm" | "read" | "ended";
  action: string;
};

/** What a link of a guest's mail does, or did, and the button that does it, or asks for another. */
export function GuestLinkPage({ language, place, action }: GuestLinkPageProps) {
  return (
    <>
      <h1>{say(language, `link.${place}.title`)}</h1>
      <p class="lead">{say(language, `link.${place}.lead`)}</p>
      <form method="post" action={action}>
        <p class="actions">
          <button type="submit">{say(language, `link.${place}.button`)}</button>
        </p>
      </form>
    </>
  );
}

/** Another link is on its way to the address that the first one was sent to. */
export function LinkSentPage({ language }: { language: Language }) {
  return (
    <>
      <h1>{say(language, "link.sent.title")}</h1>
      <p class="lead">{say(language, "link.sent.lead")}</p>
    </>
  );
}
