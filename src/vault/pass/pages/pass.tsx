import { Wrong } from "#accounts";
import { clockTime, type Language, Linked } from "#platform";
import type { FieldName } from "#policy";
import { say as sayVault } from "../../messages.ts";
import { fieldList } from "../describing.ts";
import { say } from "../messages.ts";
import type { Pass } from "../pass.ts";
import type { PassState } from "../state.ts";
import { passPath } from "./ask.tsx";

export type PassPageProps = {
  language: Language;
  /** What was asked for, by which the page is found. */
  path: string;
  state: PassState;
  purpose: string;
  masks: ReadonlyMap<FieldName, string>;
  shownSeconds: number;
  shownAtOnce: number;
  scripts: readonly string[];
  now: Date;
  /** A value that this answer shows, once, where no script runs. */
  shown?: { field: FieldName; value: string } | undefined;
  problem?: readonly string[] | undefined;
};

/** What came of an ask for break-glass, and while it is open, its fields. */
export function PassPage(props: PassPageProps) {
  const { language, path, state, problem, scripts } = props;
  return (
    <>
      <h1>{say(language, "title")}</h1>
      <div data-standing={state.is} data-standing-path={`${path}/standing`}>
        {problem && <Wrong label={say(language, "not_shown")}>{problem.join(" ")}</Wrong>}
        {"pass" in state && state.is === "given" ? (
          <Open {...props} pass={state.pass} />
        ) : (
          <Closed language={language} state={state} />
        )}
      </div>
      {scripts.map((src) => (
        <script type="module" src={src} />
      ))}
    </>
  );
}

function Closed({ language, state }: Pick<PassPageProps, "language" | "state">) {
  if (state.is === "asked") {
    return (
      <section class="notice tone-quiet" aria-labelledby="waiting">
        <h2 id="waiting">{say(language, "waiting.title")}</h2>
        <p role="status">{say(language, "waiting", { until: clockTime(state.until) })}</p>
        <p>
          <Linked sentence={say(language, "waiting.take_back")} href="/staff/approvals" />
        </p>
      </section>
    );
  }
  if (state.is === "given") return null;
  return (
    <>
      <p class="notice tone-caution" role="status">
        {say(language, `ended.${state.is}`)}
      </p>
      <p>
        <Linked sentence={say(language, "ended.again")} href={passPath} />
      </p>
    </>
  );
}

function Open(props: PassPageProps & { pass: Pass }) {
  const { language, pass, path, purpose, masks, shown } = props;
  const left = Math.max(0, pass.until.getTime() - props.now.getTime());
  return (
    <>
      <p class="notice tone-caution">
        {say(language, "given.until", { until: clockTime(pass.until) })}{" "}
        <strong data-left={left} data-over={path}>
          {say(language, "given.left", { left: leftIn(left) })}
        </strong>
      </p>
      <dl class="facts">
        <div>
          <dt>{say(language, "fields")}</dt>
          <dd>{fieldList(language, pass.fields)}</dd>
        </div>
        <div>
          <dt>{say(language, "purpose")}</dt>
          <dd>{purpose}</dd>
        </div>
      </dl>
      {masks.size === 0 && <p>{say(language, "given.nothing")}</p>}
      <ul
        class="cards"
        data-shown-seconds={props.shownSeconds}
        data-shown-at-once={props.shownAtOnce}
      >
        {pass.fields.map((field) => (
          <FieldCard
            language={language}
            path={path}
            field={field}
            mask={masks.get(field)}
            value={shown?.field === field ? shown.value : undefined}
            seconds={props.shownSeconds}
          />
        ))}
      </ul>
    </>
  );
}

type FieldCardProps = {
  language: Language;
  path: string;
  field: FieldName;
  mask: string | undefined;
  value: string | undefined;
  seconds: number;
};

function FieldCard({ language, path, field, mask, value, seconds }: FieldCardProps) {
  const name = sayVault(language, `field.${field}`);
  return (
    <li class="card" data-field={field}>
      <h2 class="small">{name}</h2>
      {mask === undefined ? (
        <p class="muted">{say(language, "not_stored")}</p>
      ) : (
        <>
          <p
            class="value"
            data-value
            dir="auto"
            data-mask={mask}
            data-marked={value === undefined ? undefined : ""}
          >
            {value ?? mask}
          </p>
          <p
            class="small"
            role="status"
            data-said
            data-shown={say(language, "shown", { seconds })}
            data-masked={say(language, "masked")}
            data-offline={say(language, "offline")}
            data-unmarked={say(language, "unmarked")}
          >
            {value !== undefined && say(language, "shown", { seconds })}
          </p>
          <form method="post" action={`${path}/show`} data-show>
            <input type="hidden" name="field" value={field} />
            <button
              type="submit"
              class="plain small"
              aria-label={say(language, "show.field", { field: name })}
              data-show-label={say(language, "show.field", { field: name })}
              data-hide-label={say(language, "hide.field", { field: name })}
              data-show-word={say(language, "show")}
              data-hide-word={say(language, "hide")}
            >
              {say(language, "show")}
            </button>
          </form>
        </>
      )}
    </li>
  );
}

/** Minutes and seconds: 14:05. */
function leftIn(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
