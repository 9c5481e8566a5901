import { type Language, Notice } from "#platform";
import { say } from "../messages.ts";

export type DevicePageProps = {
  language: Language;
  path: string;
  browser: string;
  network: string;
  beganAt: Date;
  here: { network: string; isAllowed: boolean };
};

/** What the link in the mail about a new device opens: who signs in, and two answers. */
export function DevicePage({ language, path, browser, network, beganAt, here }: DevicePageProps) {
  const shownNetwork =
    network === here.network ? say(language, "device.here", { network }) : network;
  return (
    <>
      <header>
        <h1>{say(language, "device.title")}</h1>
        <p class="lead">{say(language, "device.lead")}</p>
      </header>
      <div class="card">
        <dl class="facts">
          <dt>{say(language, "device.browser")}</dt>
          <dd>{browser}</dd>
          <dt>{say(language, "device.network")}</dt>
          <dd>{shownNetwork}</dd>
          <dt>{say(language, "device.when")}</dt>
          <dd>{say(language, "device.moment", { at: beganAt })}</dd>
        </dl>
      </div>
      <Notice tone="caution" label={say(language, "device.title")}>
        <p>{say(language, "device.caller")}</p>
      </Notice>
      {here.isAllowed ? (
        <form method="post" action={path}>
          <p class="actions">
            <button type="submit">{say(language, "device.approve")}</button>
          </p>
        </form>
      ) : (
        <Notice tone="danger" label={say(language, "problem.label")}>
          <p>{say(language, "device.other_network")}</p>
        </Notice>
      )}
      <form method="post" action={`${path}/refuse`}>
        <p class="actions">
          <button type="submit" class="danger">
            {say(language, "device.refuse")}
          </button>
        </p>
      </form>
    </>
  );
}

type AnsweredPageProps = { language: Language; answer: "approved" | "refused" };

export function AnsweredPage({ language, answer }: AnsweredPageProps) {
  return (
    <>
      <header>
        <h1>{say(language, `device.${answer}.title`)}</h1>
        <p class="lead">{say(language, `device.${answer}.lead`)}</p>
      </header>
      {answer === "refused" && (
        <p>
          <a class="button" href="/account/locked">
            {say(language, "device.refused.next")}
          </a>
        </p>
      )}
    </>
  );
}
