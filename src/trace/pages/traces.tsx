import { LiveScript } from "#accounts";
import type { Id, Language } from "#platform";
import type { NameOpened, Trace } from "../case/index.ts";
import { say } from "../messages.ts";
import { Away, KeyList } from "./keys.tsx";
import { tracesPath } from "./path.ts";

export type TracesPageProps = {
  language: Language;
  /** What analysts see; undefined for who is no analyst. */
  traces: readonly Trace[] | undefined;
  openings: readonly NameOpened[];
  names: ReadonlyMap<Id<"staff">, string>;
};

/** The traces so far, and whose name was opened in one: the first for analysts, the second for leads too. */
export function TracesPage({ language, traces, openings, names }: TracesPageProps) {
  return (
    <>
      <h1>{say(language, "title")}</h1>
      <Away language={language} />
      <p class="lead">{say(language, "lead")}</p>
      {traces && (
        <p>
          <a class="button" href={`${tracesPath}/new`} data-key="n">
            {say(language, "new")}
          </a>
        </p>
      )}
      <div class="stack" data-stream={`${tracesPath}/stream`} data-live="traces">
        {traces && <List language={language} traces={traces} />}
        <Openings language={language} openings={openings} names={names} />
      </div>
      <KeyList language={language} page="list" />
      <LiveScript />
    </>
  );
}

function List({ language, traces }: { language: Language; traces: readonly Trace[] }) {
  return (
    <section aria-labelledby="traces">
      <h2 id="traces">{say(language, "list.title")}</h2>
      {traces.length === 0 ? (
        <p>{say(language, "list.none")}</p>
      ) : (
        <ul class="links">
          {traces.map(({ id, begunAt, rows, before, why, state }) => (
            <li>
              <a href={`${tracesPath}/${id}`} data-row>
                {say(language, "list.item", { at: begunAt })}{" "}
                <span class={`badge ${toneOf(state.is)}`}>
                  {say(language, `state.${state.is}`)}
                </span>
              </a>
              <p>
                {say(language, "list.facts", { rows, before })}
                <br />
                {say(language, "list.why", { why })}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function toneOf(state: Trace["state"]["is"]): string {
  if (state === "done") return "";
  return state === "failed" ? "danger" : "plain";
}

type OpeningsProps = Pick<TracesPageProps, "language" | "openings" | "names">;

function Openings({ language, openings, names }: OpeningsProps) {
  return (
    <section aria-labelledby="names">
      <h2 id="names">{say(language, "names.title")}</h2>
      <p class="hint">{say(language, "names.lead")}</p>
      {openings.length === 0 ? (
        <p>{say(language, "names.none")}</p>
      ) : (
        <ul class="plain">
          {openings.map(({ at, by, called, reason, traceBegunAt: trace }) => (
            <li>
              <time datetime={at.toISOString()}>{say(language, "names.at", { at })}</time>
              {" · "}
              {say(language, "names.item", {
                ...{ by: names.get(by) ?? say(language, "somebody"), called, trace, reason },
              })}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
