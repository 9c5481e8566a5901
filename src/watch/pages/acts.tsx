import { type Id, type Language, LongText } from "#platform";
import type { Case, Found, KeptSignal } from "../case/index.ts";
import type { Containment } from "../containment/index.ts";
import { say } from "../messages.ts";
import { watchPath } from "./path.ts";

/** A containment, and which signed head of the log covers its event. */
export type ShownContainment = Containment & {
  head: { size: number; signedAt: Date } | undefined;
};

type ActsProps = {
  language: Language;
  viewer: Id<"staff">;
  of: Case;
  name: string;
  place: string | undefined;
  signals: readonly KeptSignal[];
  typed?: Found | undefined;
  containments: readonly ShownContainment[];
  names: ReadonlyMap<Id<"staff">, string>;
};

/** What a reader of a case can do now. */
export function Acts(props: ActsProps) {
  const { language, of, containments, place } = props;
  const isContained = containments.some(({ state }) => state.is !== "released");
  return (
    <>
      {(containments.length > 0 || place !== undefined) && (
        <section aria-labelledby="contain">
          <h2 id="contain">{say(language, "contain.title")}</h2>
          {containments.map((one) => (
            <Contained {...props} one={one} />
          ))}
          {!isContained && place !== undefined && <Containing {...props} />}
        </section>
      )}
      {of.state.is === "closed" ? (
        !of.state.secondLook && <SecondLook {...props} />
      ) : (
        <Closing {...props} />
      )}
    </>
  );
}

function Contained(props: ActsProps & { one: ShownContainment }) {
  const { language, viewer, of, name, names, one } = props;
  const called = (staff: Id<"staff">) => names.get(staff) ?? say(language, "case.left");
  return (
    <div class="notice tone-caution">
      <p>{say(language, "contained.since", { at: one.at, by: called(one.by) })}</p>
      <p data-live={`head-${one.id}`}>
        {one.head
          ? say(language, "contained.covered", { size: one.head.size, at: one.head.signedAt })
          : say(language, "contained.uncovered")}
      </p>
      {one.state.is === "begun" && <p>{say(language, "contained.begun")}</p>}
      {one.state.is === "released" && (
        <p>{say(language, "contained.released", { at: one.state.at, by: called(one.state.by) })}</p>
      )}
      {one.state.is === "done" &&
        (one.by === viewer ? (
          <p>{say(language, "release.own")}</p>
        ) : (
          <form method="post" action={`${watchPath}/${of.id}/release`}>
            <p>{say(language, "release.lead")}</p>
            <button type="submit" class="plain">
              {say(language, "release.submit", { name })}
            </button>
          </form>
        ))}
    </div>
  );
}

function Containing({ language, of, name }: ActsProps) {
  return (
    <form method="post" action={`${watchPath}/${of.id}/contain`} class="stack">
      <p>{say(language, "contain.lead")}</p>
      <button type="submit" class="danger">
        {say(language, "contain.submit", { name })}
      </button>
    </form>
  );
}

function isDoubted({ signals }: ActsProps): boolean {
  return signals.some(({ detector }) => detector === "clients_no");
}

function Closing(props: ActsProps) {
  const { language, of, typed } = props;
  const reason = {
    ...{ name: "reason", label: say(language, "close.reason") },
    hint: say(language, "close.reason.hint"),
    ...(typed && { value: typed.reason }),
  };
  return (
    <section aria-labelledby="close">
      <h2 id="close">{say(language, "close.title")}</h2>
      <form method="post" action={`${watchPath}/${of.id}/close`} class="stack">
        <span data-live="read">
          <input type="hidden" name="read" value={of.changedAt.toISOString()} />
        </span>
        <fieldset>
          <legend>{say(language, "close.finding")}</legend>
          {(["explained", "confirmed"] as const).map((finding) => (
            <label class="tick">
              <input
                type="radio"
                name="finding"
                value={finding}
                required={true}
                checked={typed?.finding === finding}
              />{" "}
              <span>{say(language, `close.${finding}`)}</span>
            </label>
          ))}
        </fieldset>
        <LongText {...reason} rows={3} letters={{ min: 10, max: 1_000 }} />
        {isDoubted(props) && <p>{say(language, "close.doubts")}</p>}
        <button type="submit">{say(language, "close.submit")}</button>
      </form>
    </section>
  );
}

function SecondLook(props: ActsProps) {
  const { language, viewer, of } = props;
  const isOwn = of.state.is === "closed" && of.state.by === viewer;
  const lifts = of.state.is === "closed" && of.state.finding === "explained" && isDoubted(props);
  return (
    <section aria-labelledby="look">
      <h2 id="look">{say(language, "look.title")}</h2>
      {lifts && <p>{say(language, "look.doubts")}</p>}
      {isOwn ? (
        <p>{say(language, "look.own")}</p>
      ) : (
        <form method="post" action={`${watchPath}/${of.id}/look`} class="vote">
          <button type="submit" name="look" value="agree">
            {say(language, "look.agree")}
          </button>
          <button type="submit" name="look" value="reopen" class="plain">
            {say(language, "look.reopen")}
          </button>
        </form>
      )}
    </section>
  );
}
