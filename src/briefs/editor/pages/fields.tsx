import type { PropsWithChildren } from "hono/jsx";
import { Labelled, type Language, LongText } from "#platform";
import { knownSlots, reasonLetters } from "../../claim/index.ts";
import type { Act } from "../act.ts";
import { say } from "../messages.ts";

type DecisionProps = PropsWithChildren<{
  language: Language;
  legend: string;
  acts: readonly Act[];
  typed: { is: string; reason: string };
}>;

/** What is decided, and why; what belongs to one of the decisions stands between. */
export function Decision({ language, legend, acts, typed, children }: DecisionProps) {
  return (
    <>
      <fieldset>
        <legend>{legend}</legend>
        {acts.map((act, place) => (
          <label class="choice">
            <input
              type="radio"
              name="is"
              value={act}
              required
              checked={typed.is === act}
              {...(place === 0 && { "data-key": "d" })}
            />{" "}
            <span>{say(language, `act.${act}`)}</span>
          </label>
        ))}
      </fieldset>
      {children}
      <LongText
        name="reason"
        label={say(language, "decide.reason")}
        hint={say(language, "decide.reason.hint", reasonLetters)}
        letters={reasonLetters}
        value={typed.reason}
      />
    </>
  );
}

/** The very words of a source. */
export function ExactPassage({ language, value }: { language: Language; value: string }) {
  return (
    <LongText
      name="exact"
      label={say(language, "passage.exact")}
      hint={say(language, "passage.exact.hint")}
      letters={{ max: 1_000 }}
      value={value}
    />
  );
}

type MatterProps = {
  language: Language;
  /** Tells the controls apart from those of other forms of the page. */
  id?: (name: string) => string;
  slot: string | undefined;
  subject: string | undefined;
};

/** Which question something answers, and of what. The page has `MatterLists` once. */
export function Matter({ language, id = (name) => name, ...typed }: MatterProps) {
  return (
    <>
      {(["slot", "subject"] as const).map((name) => (
        <Labelled name={id(name)} label={say(language, name)}>
          <input
            id={id(name)}
            name={name}
            list={`${name}s`}
            required
            maxlength={60}
            value={typed[name]}
          />
        </Labelled>
      ))}
    </>
  );
}

/** What the fields of a matter suggest. */
export function MatterLists({ subjects }: { subjects: readonly string[] }) {
  return (
    <>
      <datalist id="slots">
        {knownSlots.map((slot) => (
          <option value={slot} />
        ))}
      </datalist>
      <datalist id="subjects">
        {subjects.map((subject) => (
          <option value={subject} />
        ))}
      </datalist>
    </>
  );
}
