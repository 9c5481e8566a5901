import { Wrong } from "#accounts";
import { clockTime, describedBy, type Id, Labelled, type Language, Linked } from "#platform";
import { type FieldName, fieldClasses, fieldNames } from "#policy";
import { say as sayVault } from "../../messages.ts";
import { identifierKinds } from "../../search/index.ts";
import type { TypedAsk } from "../ask/index.ts";
import { say } from "../messages.ts";
import type { AskField } from "../refusals.ts";
import type { PassState } from "../state.ts";

export const passPath = "/staff/break-glass";

/** Something that the reader asked for, and how it stands. */
type OwnAsk = {
  id: Id<"grant">;
  askedAt: Date;
  /** What the fields are called. */
  fields: string;
  state: PassState["is"];
};

export type AskPageProps = {
  language: Language;
  purposes: readonly { id: string; short: string }[];
  sealedDaysMax: number;
  reasonLettersMin: number;
  own: readonly OwnAsk[];
  typed: TypedAsk;
  chosen: readonly string[];
  /** What was wrong, and at which field. */
  told?: { sentences: readonly string[]; field?: AskField | undefined } | undefined;
};

/** Where somebody asks to look at a client without the client. */
export function AskPage(props: AskPageProps) {
  const { language, own, told } = props;
  const open = own.find(({ state }) => state === "asked");
  return (
    <>
      <h1>{say(language, "title")}</h1>
      <p class="lead">{say(language, "lead")}</p>
      <p>{say(language, "lead.first")}</p>
      {told && <Wrong label={say(language, "wrong")}>{told.sentences.join(" ")}</Wrong>}
      {open ? (
        <p class="notice tone-caution">
          <Linked sentence={say(language, "open")} href={`${passPath}/${open.id}`} />
        </p>
      ) : (
        <AskForm {...props} />
      )}
      <section aria-labelledby="own">
        <h2 id="own">{say(language, "own")}</h2>
        {own.length === 0 && <p>{say(language, "own.none")}</p>}
        <ul class="links">
          {own.map(({ id, askedAt, fields, state }) => (
            <li>
              <a href={`${passPath}/${id}`}>
                {say(language, "own.one", { at: askedAt, time: clockTime(askedAt) })}
              </a>
              <span class="muted small">{`${fields}. ${say(language, `state.${state}`)}`}</span>
            </li>
          ))}
        </ul>
      </section>
      <p>
        <Linked sentence={say(language, "reviews.link")} href="/staff/reviews" />
      </p>
    </>
  );
}

function AskForm(props: AskPageProps) {
  const { language, purposes, typed, told } = props;
  const at = (field: AskField) => (told?.field === field ? "true" : undefined);
  const identifier = { name: "identifier", hint: say(language, "identifier.hint") };
  const hint = say(language, "reason.hint", { letters: props.reasonLettersMin });
  return (
    <form method="post" action={passPath} class="card">
      <Labelled {...identifier} label={say(language, "identifier")}>
        <div class="search">
          <Kinds language={language} typed={typed.by} />
          <input
            id="identifier"
            name="identifier"
            value={typed.identifier ?? ""}
            maxlength={200}
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            dir="ltr"
            required
            aria-invalid={at("identifier")}
            aria-describedby={describedBy(identifier)}
          />
        </div>
      </Labelled>
      <Fields {...props} />
      <Labelled name="purpose" label={say(language, "purpose")}>
        <select id="purpose" name="purpose" required aria-invalid={at("purpose")}>
          <option value="">{say(language, "choose")}</option>
          {purposes.map(({ id, short }) => (
            <option value={id} selected={typed.purpose === id}>
              {short}
            </option>
          ))}
        </select>
      </Labelled>
      <Labelled name="reason" label={say(language, "reason")} hint={hint}>
        <textarea
          id="reason"
          name="reason"
          rows={3}
          minlength={props.reasonLettersMin}
          maxlength={500}
          required
          aria-invalid={at("reason")}
          aria-describedby={describedBy({ name: "reason", hint })}
        >
          {typed.reason ?? ""}
        </textarea>
      </Labelled>
      {props.sealedDaysMax > 0 && <Sealed {...props} isWrong={at("sealed")} />}
      <p class="actions">
        <button type="submit">{say(language, "ask")}</button>
      </p>
    </form>
  );
}

function Kinds({ language, typed }: { language: Language; typed: string | undefined }) {
  return (
    <select name="by" aria-label={say(language, "by")}>
      {identifierKinds.map((kind) => (
        <option value={kind} selected={typed === kind}>
          {say(language, `by.${kind}`)}
        </option>
      ))}
    </select>
  );
}

function Fields({ language, chosen, told }: AskPageProps) {
  const classOf = (field: FieldName) => sayVault(language, `class.${fieldClasses[field]}`);
  return (
    <fieldset aria-describedby="fields-hint">
      <legend>{say(language, "fields")}</legend>
      <p class="hint" id="fields-hint">
        {say(language, "fields.hint")}
      </p>
      {fieldNames.map((field) => (
        <label class="choice">
          <input
            type="checkbox"
            name={`field_${field}`}
            checked={chosen.includes(field)}
            aria-invalid={told?.field === "fields" ? "true" : undefined}
          />
          <span>
            {sayVault(language, `field.${field}`)} <span class="muted small">{classOf(field)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

const grounds = ["investigation", "legal_order", "personal_safety"] as const;

function Sealed(props: AskPageProps & { isWrong: "true" | undefined }) {
  const { language, typed, sealedDaysMax: days } = props;
  return (
    <details open={props.isWrong === "true" || Boolean(typed.sealed_because)}>
      <summary>{say(language, "sealed")}</summary>
      <p class="hint">{say(language, "sealed.hint", { days })}</p>
      <Labelled name="sealed_days" label={say(language, "sealed.days")}>
        <input
          type="number"
          id="sealed_days"
          name="sealed_days"
          min={0}
          max={days}
          value={typed.sealed_days ?? "0"}
          aria-invalid={props.isWrong}
        />
      </Labelled>
      <Labelled name="sealed_because" label={say(language, "sealed.because")}>
        <select id="sealed_because" name="sealed_because" aria-invalid={props.isWrong}>
          <option value="">{say(language, "sealed.none")}</option>
          {grounds.map((ground) => (
            <option value={ground} selected={typed.sealed_because === ground}>
              {say(language, `because.${ground}`)}
            </option>
          ))}
        </select>
      </Labelled>
    </details>
  );
}
