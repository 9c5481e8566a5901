import type { Language } from "#platform";
import { say } from "../messages.ts";

const keys = {
  queue: ["j", "k", "enter", "question"],
  ticket: ["j", "k", "r", "n", "u", "question"],
} as const;

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
            <dd>{say(language, `keys.${page}.${key}` as "keys.queue.j")}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
