import { clockTime, Icon, type Language } from "#platform";
import { say } from "../messages.ts";
import type { WebhookState } from "../store.ts";

export const webhooksPath = "/staff/webhooks";

type WebhooksPageProps = { language: Language; webhooks: readonly WebhookState[] };

/** How the systems do that are told what happens to tickets. Of an address the host alone stands here: a path can be a key. */
export function WebhooksPage({ language, webhooks }: WebhooksPageProps) {
  return (
    <>
      <h1>{say(language, "title")}</h1>
      <p class="lead">{say(language, "lead")}</p>
      {webhooks.length === 0 && <p>{say(language, "none")}</p>}
      <div class="stack">
        {webhooks.map((webhook) => (
          <article class="card" aria-label={webhook.id}>
            <h2>
              <samp dir="auto">{new URL(webhook.url).host}</samp>
            </h2>
            <p class="muted small">{webhook.id}</p>
            {webhook.ended ? (
              <p>
                {say(language, webhook.ended.because, { at: moment(language, webhook.ended.at) })}
              </p>
            ) : (
              <State language={language} webhook={webhook} />
            )}
            <p class="muted small">{`${say(language, "types")}: ${webhook.types.join(", ")}`}</p>
          </article>
        ))}
      </div>
    </>
  );
}

function State({ language, webhook }: { language: Language; webhook: WebhookState }) {
  const { waiting, waitingSince, lastAnswer, lastDeliveredAt, givenUp } = webhook;
  return (
    <>
      {waitingSince && (
        <p>{say(language, "waiting", { count: waiting, since: moment(language, waitingSince) })}</p>
      )}
      {waitingSince && lastAnswer && <p>{say(language, "answer", { answer: lastAnswer })}</p>}
      {!waitingSince && lastDeliveredAt && (
        <p>
          <Icon name="check" /> {say(language, "fine")}
        </p>
      )}
      {givenUp > 0 && (
        <p class="notice tone-caution">{say(language, "given_up", { count: givenUp })}</p>
      )}
      <p class="small">
        {lastDeliveredAt
          ? say(language, "last", { at: moment(language, lastDeliveredAt) })
          : say(language, "never")}
      </p>
    </>
  );
}

/** Day and time, in UTC as everywhere. */
function moment(language: Language, at: Date): string {
  return say(language, "moment", { at, time: clockTime(at) });
}
