import { type Language, Linked } from "#platform";
import { say } from "../messages.ts";
import { watchPath } from "./path.ts";

const keys = { list: ["j", "k", "enter", "question"], case: ["u", "question"] } as const;

/** What each key does, shown by `?` and to whoever opens it. */
export function KeyList({ language, page }: { language: Language; page: keyof typeof keys }) {
  return (
    <details class="key-list no-print" data-keys>
      <summary>{say(language, "keys.title")}</summary>
      <dl class="facts">
        {keys[page].map((key) => (
          <div>
            <dt>
              <kbd>{say(language, `keys.${key}`)}</kbd>
            </dt>
            <dd>{say(language, `keys.${key}.does`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** What a page that stays live says of itself: that it hears nothing, or that it isn't its reader's any more. */
export function Away({ language }: { language: Language }) {
  return (
    <>
      <p class="notice tone-caution" data-offline hidden role="status">
        {say(language, "live.offline")}
      </p>
      <p class="notice tone-caution" data-gone hidden role="status">
        <Linked sentence={say(language, "live.gone")} href={watchPath} />
      </p>
    </>
  );
}
