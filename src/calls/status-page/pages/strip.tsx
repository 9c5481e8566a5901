import { clockTime, type Language, Linked } from "#platform";
import type { Told } from "../../status/index.ts";
import { say } from "../messages.ts";
import { statusScript } from "../script.ts";
import { Shown, type ShownProps, SignedOut, Unknown } from "./shown.tsx";

type StripProps = {
  language: Language;
  session: ShownProps["session"];
  /** Undefined when it couldn't be looked up. */
  told: Told | undefined;
  /** What the pages of one client in one browser know each other by. */
  tabs: string;
  /** It is what the page is for. */
  isLarge: boolean;
  madeAt: Date;
};

/**
 * The status of calls above every page of a signed-in client. Its script keeps it true; without one it says of when it is.
 */
export function Strip({ language, session, told, tabs, isLarge, madeAt }: StripProps) {
  const time = say(language, "utc", { time: clockTime(madeAt) });
  return (
    <>
      <section
        id="call-status"
        class={`call-strip ${isLarge ? "is-large" : ""}`.trim()}
        aria-label={say(language, "label")}
        data-holds={told?.holdsSeconds ?? 0}
        data-tabs={tabs}
      >
        <div data-shown>
          {told ? (
            <Shown language={language} status={told.status} session={session} />
          ) : (
            <Unknown language={language} />
          )}
        </div>
        <p class="call-made small" data-made>
          <Linked sentence={say(language, "made", { time })} href="/call" />
        </p>
        <template data-unknown>
          <Unknown language={language} />
        </template>
        <template data-signed-out>
          <SignedOut language={language} />
        </template>
      </section>
      <script type="module" src={statusScript.path} />
    </>
  );
}
