import { Linked } from "#platform";
import { liveScript } from "../live-script.ts";

type AwayProps = {
  offline: string;
  gone: string;
  /** What is sent from here has no answer yet. */
  unanswered?: string;
  /** Where the link in `gone` leads. */
  back: string;
};

/** What a page that stays live says of itself: that it hears nothing, or that it isn't its reader's any more. */
export function Away({ offline, gone, unanswered, back }: AwayProps) {
  return (
    <>
      <p class="notice tone-caution" data-offline hidden role="status">
        {offline}
      </p>
      <p class="notice tone-caution" data-gone hidden role="status">
        <Linked sentence={gone} href={back} />
      </p>
      {unanswered !== undefined && (
        <p class="notice tone-caution" data-unanswered hidden role="status">
          {unanswered}
        </p>
      )}
    </>
  );
}

type KeyListProps = { title: string; keys: readonly { key: string; does: string }[] };

/** What each key does, shown by `?` and to whoever opens it. */
export function KeyList({ title, keys }: KeyListProps) {
  return (
    <details class="key-list no-print" data-keys>
      <summary>{title}</summary>
      <dl class="facts">
        {keys.map(({ key, does }) => (
          <div>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** What keeps a page of the staff current without a reload, and has it worked by keys. Without it everything is still there. */
export function LiveScript() {
  return <script type="module" src={liveScript.path} />;
}
