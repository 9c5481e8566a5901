import type { Language } from "#platform";
import { type Policy, printKey } from "#tlog";
import { say } from "../messages.ts";
import { type LogState, prefixOfHead } from "../publishing/index.ts";
import { LightLine } from "./finding-card.tsx";
import { Findings } from "./findings.tsx";
import { moment } from "./moment.ts";
import { WitnessPicture, WitnessTable } from "./witness-picture.tsx";

type LogPageProps = {
  language: Language;
  state: LogState;
  /** Undefined before the first sealer has made one. */
  policy: Policy | undefined;
  now: Date;
};

/** How the log is: public and read-only. */
export function LogPage(props: LogPageProps) {
  const { language, policy, state } = props;
  const prefix = state.published ? prefixOfHead(state.published) : "/log";
  return (
    <>
      <header>
        <h1>{say(language, "log.title")}</h1>
        <p class="lead">{say(language, "log.lead")}</p>
      </header>
      <Findings {...props} />
      <Facts {...props} />
      {state.eachWitness.length > 0 && <Witnesses {...props} />}
      {policy && <Keys language={language} policy={policy} />}
      <section aria-labelledby="watch">
        <h2 id="watch">{say(language, "log.links.title")}</h2>
        <ul class="links">
          <li>
            <a href="/log/verify">{say(language, "log.links.verify")}</a>
          </li>
          <li>
            <a href={`${prefix}/checkpoint`}>{say(language, "log.links.checkpoint")}</a>
          </li>
          <li>
            <a href="/log/policy">{say(language, "log.links.policy")}</a>
          </li>
        </ul>
        <p class="small muted">{say(language, "log.privacy")}</p>
      </section>
    </>
  );
}

function Facts({ language, state, now }: LogPageProps) {
  const { head, published, waiting } = state;
  const none = say(language, "log.facts.none");
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{say(language, "log.facts.title")}</h2>
      <dl class="facts">
        <dt>{say(language, "log.facts.size")}</dt>
        <dd>{head ? head.size : none}</dd>
        <dt>{say(language, "log.facts.signed")}</dt>
        <dd>{head ? say(language, "log.at", moment(language, head.signedAt, now)) : none}</dd>
        <dt>{say(language, "log.facts.published")}</dt>
        <dd>
          {published
            ? say(language, "log.facts.published.value", {
                size: published.size,
                ...moment(language, published.signedAt, now),
              })
            : none}
        </dd>
        <dt>{say(language, "log.facts.waiting")}</dt>
        <dd>{waiting}</dd>
      </dl>
    </section>
  );
}

function Witnesses({ language, state, now }: LogPageProps) {
  return (
    <section aria-labelledby="witnesses">
      <h2 id="witnesses">{say(language, "log.each.title")}</h2>
      {state.eachWitness.map(({ names, last, light, lateSince }, place) => (
        <section class="witness">
          <h3>
            <samp>{names.join(", ")}</samp>
          </h3>
          <LightLine language={language} light={light} />
          <p>
            {last
              ? say(language, "log.each.last", {
                  size: last.size,
                  ...moment(language, last.cosignedAt, now),
                })
              : say(language, "log.each.never")}{" "}
            {lateSince && (
              <strong>{say(language, "log.each.late", moment(language, lateSince, now))}</strong>
            )}
          </p>
          {state.heads.length > 0 && (
            <WitnessPicture
              language={language}
              state={state}
              place={place}
              name={names.join(", ")}
            />
          )}
        </section>
      ))}
      {state.heads.length > 0 && <WitnessTable language={language} state={state} />}
    </section>
  );
}

function Keys({ language, policy }: { language: Language; policy: Policy }) {
  const keys = [
    ...policy.logs.map(({ key }) => ({ key, title: "log.keys.log" }) as const),
    ...policy.witnesses.map(({ key }) => ({ key, title: "log.keys.witness" }) as const),
  ];
  return (
    <section aria-labelledby="keys">
      <h2 id="keys">{say(language, "log.keys.title")}</h2>
      <p>{say(language, "log.keys.lead")}</p>
      {keys.map(({ key, title }) => (
        <details>
          <summary>
            {say(language, title, {
              name: key.name,
              use: say(language, `log.keys.type.${key.type}`),
            })}
          </summary>
          <p>
            <samp>{printKey(key)}</samp>
          </p>
        </details>
      ))}
    </section>
  );
}
