import type { Child } from "hono/jsx";
import { LiveScript } from "#accounts";
import { type Id, type Language, Linked, Outcome } from "#platform";
import { type Trace, traceSteps } from "../case/index.ts";
import { say } from "../messages.ts";
import { isOutdated } from "../result.ts";
import { About, Shredding } from "./about.tsx";
import { Found } from "./found.tsx";
import { Away, KeyList } from "./keys.tsx";
import { tracesPath } from "./path.ts";
import type { Shown } from "./shown.ts";

export type TracePageProps = {
  language: Language;
  trace: Trace;
  mayShred: boolean;
  /** Who began it, and who shredded it. */
  people: ReadonlyMap<Id<"staff">, string>;
  /** What was found; undefined before it is done. */
  shown: Shown | undefined;
  page: number;
  problem?: string | undefined;
  done?: string | undefined;
  /** What other parts of the slice say of a trace that is done: signatures and certificates. */
  besides?: Child;
};

/** One trace: how far it is, or what it found, the picture first. */
export function TracePage(props: TracePageProps) {
  const { language, trace, mayShred, problem, done } = props;
  const path = `${tracesPath}/${trace.id}`;
  const { is } = trace.state;
  const isMoving = is === "waiting" || is === "running";
  const live = isMoving ? { "data-stream": `${path}/stream`, "data-live": "trace" } : {};
  return (
    <>
      <h1>{say(language, "trace.title", { at: trace.begunAt })}</h1>
      <Away language={language} />
      <p>
        <Linked sentence={say(language, "back")} href={tracesPath} />
      </p>
      <Outcome problem={problem} done={done} />
      <div class="stack" data-live="trace" data-up={tracesPath} {...live}>
        <State {...props} />
        <About {...props} />
        {mayShred && is !== "shredded" && !isMoving && <Shredding {...props} />}
      </div>
      <KeyList language={language} page="trace" />
      <LiveScript />
    </>
  );
}

function State(props: TracePageProps) {
  const { language, trace, people, shown, besides } = props;
  const { state } = trace;
  switch (state.is) {
    case "columns":
      return null;
    case "waiting":
    case "running":
      return <Running {...props} />;
    case "failed":
      return <Failed {...props} />;
    case "shredded":
      return (
        <>
          <section aria-labelledby="shredded" class="notice tone-quiet">
            <h2 id="shredded">{say(language, "shredded.title")}</h2>
            <p>
              {say(language, "shredded.said", {
                ...{ by: people.get(state.by) ?? say(language, "somebody") },
                ...{ at: state.at, reason: state.reason },
              })}
            </p>
            <p>{say(language, "shredded.rest")}</p>
          </section>
          {besides}
        </>
      );
    case "done":
      return shown ? (
        <>
          {isOutdated(shown.result) && <Outdated {...props} />}
          <Found {...props} shown={shown} />
        </>
      ) : null;
  }
}

function Running({ language, trace: { id, state } }: TracePageProps) {
  const at = state.is === "running" ? traceSteps.indexOf(state.step) : -1;
  const title = state.is === "running" ? "running.title" : "waiting.title";
  return (
    <section aria-labelledby="running" class="card">
      <h2 id="running">{say(language, title)}</h2>
      <p>
        <Linked sentence={say(language, "running.lead")} href={`${tracesPath}/${id}`} />
      </p>
      <progress max={traceSteps.length} value={Math.max(0, at)} aria-labelledby="running" />
      <ol>
        {traceSteps.map((name, place) => {
          const step = say(language, `step.${name}`);
          if (place > at) return <li class="muted">{step}</li>;
          if (place < at) return <li>{say(language, "step.past", { step })}</li>;
          return (
            <li>
              <strong role="status">{say(language, "step.now", { step })}</strong>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function Failed({ language, trace: { id, state } }: TracePageProps) {
  if (state.is !== "failed") return null;
  return (
    <section aria-labelledby="failed" class="notice tone-danger">
      <h2 id="failed">{say(language, "failed.title")}</h2>
      <p>{say(language, `failed.${state.failure}`, { at: state.at })}</p>
      <Again language={language} id={id} />
    </section>
  );
}

function Outdated({ language, trace: { id } }: TracePageProps) {
  return (
    <section aria-labelledby="outdated" class="notice tone-caution">
      <h2 id="outdated">{say(language, "outdated.title")}</h2>
      <p>{say(language, "outdated.said")}</p>
      <Again language={language} id={id} />
    </section>
  );
}

function Again({ language, id }: { language: Language; id: Id<"trace"> }) {
  return (
    <form method="post" action={`${tracesPath}/${id}/again`}>
      <button type="submit">{say(language, "failed.again")}</button>
    </form>
  );
}
