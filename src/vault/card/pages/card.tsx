import { clockTime, type Id, type Language } from "#platform";
import type { FieldName } from "#policy";
import { deniedSentences, say as sayOfVault } from "../../messages.ts";
import { SecondPersonButton } from "../../pass/index.ts";
import { fieldsIn } from "../../request/index.ts";
import type { Card, CardField } from "../card.ts";
import { reasonLettersMax, statedLettersMax } from "../looking.ts";
import { type MessageKey, say } from "../messages.ts";

export const ticketsPath = "/staff/tickets";

export type ClientCardProps = {
  language: Language;
  ticket: Id<"ticket">;
  card: Card;
  /** What staff choose a purpose by, by its id. */
  purposes: readonly { id: string; short: string }[];
  shownAtOnceMax: number;
  script: string;
};

type FieldsProps = ClientCardProps & { card: Extract<Card, { is: "fields" }>; path: string };

const scriptWords = [
  "script.unreachable",
  "script.signed_out",
  "script.meanwhile",
  "script.unmarked",
] as const satisfies MessageKey[];

/** What can be seen of a client for one ticket: masks, and a way to each value. Without its script each answer is a page. */
export function ClientCard(props: ClientCardProps) {
  const { language, ticket, card } = props;
  return (
    <section class="card" aria-labelledby="client-card">
      <h2 id="client-card">{say(language, "title")}</h2>
      {card.is === "none" ? (
        <p>{say(language, `none.${card.why}`)}</p>
      ) : (
        <Fields {...props} card={card} path={`${ticketsPath}/${ticket}/card`} />
      )}
    </section>
  );
}

/** One form for all: what is chosen and said above goes along with whichever button is pressed. */
function Fields(props: FieldsProps) {
  const { language, card, path, script } = props;
  const asking = card.fields.filter(({ may }) => may === "ask");
  return (
    <>
      {card.ungranted && <p>{say(language, `ungranted.${card.ungranted}`)}</p>}
      {deniedSentences(language, card.rules).map((sentence) => (
        <p>{sentence}</p>
      ))}
      <form
        method="post"
        action={`${path}/ask`}
        autocomplete="off"
        data-card={path}
        data-at-once={props.shownAtOnceMax}
      >
        {/* A form is sent by its first button when somebody presses Enter in a field. This one can't be pressed. */}
        <button type="submit" disabled hidden />
        <Why {...props} />
        <ul class="values">
          {card.fields.map((field) => (
            <Row {...props} field={field} />
          ))}
        </ul>
        {asking.length > 1 && <Several language={language} path={path} fields={asking} />}
      </form>
      {card.unneeded.length > 0 && (
        <p class="muted small">
          {say(language, "unneeded", { fields: fieldsIn(language, card.unneeded) })}
        </p>
      )}
      <ul id="card-words" hidden>
        {scriptWords.map((key) => (
          <li data-key={key.replace("script.", "")}>{say(language, key)}</li>
        ))}
      </ul>
      <script type="module" src={script} />
    </>
  );
}

function Why({ language, purposes }: FieldsProps) {
  return (
    <>
      <label for="card-purpose">{say(language, "purpose")}</label>
      <select id="card-purpose" name="purpose">
        {purposes.length !== 1 && <option value="">{say(language, "purpose.choose")}</option>}
        {purposes.map(({ id, short }) => (
          <option value={id}>{short}</option>
        ))}
      </select>
      <label for="card-reason">{say(language, "reason")}</label>
      <p class="hint small" id="card-reason-hint">
        {say(language, "reason.hint")}
      </p>
      <input
        id="card-reason"
        name="reason"
        maxlength={reasonLettersMax}
        autocomplete="off"
        aria-describedby="card-reason-hint"
      />
    </>
  );
}

function Row(props: FieldsProps & { field: CardField }) {
  const { language, field: one } = props;
  const { field, fieldClass, mask, mayTest } = one;
  const label = sayOfVault(language, `field.${field}`);
  return (
    <li data-field={field}>
      <p class="value-label">
        <strong>{label}</strong>
        {fieldClass !== "open" && (
          <span class="badge quiet">{sayOfVault(language, `class.${fieldClass}`)}</span>
        )}
      </p>
      <p class="value-shown">
        <bdi data-value aria-live="polite">
          {mask ?? say(language, "mask.hidden")}
        </bdi>
        <span class="muted small" data-left aria-hidden="true" />
        <button
          type="button"
          class="plain small"
          data-mask
          hidden
          aria-label={say(language, "mask_now.label", { field: label })}
        >
          {say(language, "mask_now")}
        </button>
      </p>
      <div data-live={`card-${field}`}>
        <State {...props} />
      </div>
      {mayTest && <Test {...props} />}
      <p class="muted small" data-said role="status" hidden />
    </li>
  );
}

/** What can be done about a field now: it changes when the client answers. */
function State({ language, path, card, field: one }: FieldsProps & { field: CardField }) {
  const { field, may, request, rules } = one;
  const label = sayOfVault(language, `field.${field}`);
  const own = rules.filter((rule) => rule !== "nothing_permits" && !card.rules.includes(rule));
  return (
    <>
      {may === "show" && (
        <button
          type="submit"
          class="small"
          id={`show-${field}`}
          formaction={`${path}/${field}/reveal`}
          aria-label={say(language, "show.label", { field: label })}
        >
          {say(language, "show")}
        </button>
      )}
      {may === "ask" && (
        <button
          type="submit"
          class="small plain"
          id={`ask-${field}`}
          name="field"
          value={field}
          formaction={`${path}/ask`}
          aria-label={say(language, "ask.label", { field: label })}
        >
          {say(language, "ask")}
        </button>
      )}
      {rules.includes("restricted_needs_second_person") && request?.state.is === "approved" && (
        <SecondPersonButton language={language} path={path} field={field} />
      )}
      {may !== "show" && may !== "wait" && deniedSentences(language, own).length > 0 && (
        <p class="muted small">{deniedSentences(language, own).join(" ")}</p>
      )}
      {request && <p class="small">{requestSentence(language, request)}</p>}
    </>
  );
}

function requestSentence(language: Language, { state }: NonNullable<CardField["request"]>) {
  const at = "until" in state ? state.until : state.at;
  return say(language, `request.${state.is}`, { at, time: clockTime(at) });
}

/** Yes or no in place of the value: is it what the client just said, is it at least so much? */
function Test({
  language,
  path,
  field: { field, thresholds },
}: FieldsProps & { field: CardField }) {
  const values = { field: sayOfVault(language, `field.${field}`) };
  const action = `${path}/${field}/test`;
  return (
    <details>
      <summary class="small">{say(language, "test")}</summary>
      {thresholds.length > 0 ? (
        <>
          <label for={`amount-${field}`}>{say(language, "test.amount")}</label>
          <select id={`amount-${field}`} name={`amount.${field}`}>
            {thresholds.map((amount) => (
              <option value={String(amount)}>{amount.toLocaleString(language.tag)}</option>
            ))}
          </select>
          <button
            type="submit"
            class="small plain"
            name="test"
            value="at_least"
            formaction={action}
            aria-label={say(language, "test.reaches_label", values)}
          >
            {say(language, "test.reaches")}
          </button>
        </>
      ) : (
        <>
          <label for={`stated-${field}`}>{say(language, "test.stated")}</label>
          <input
            id={`stated-${field}`}
            name={`stated.${field}`}
            maxlength={statedLettersMax}
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            dir="auto"
          />
          <button
            type="submit"
            class="small plain"
            name="test"
            value="equals"
            formaction={action}
            aria-label={say(language, "test.same_label", values)}
          >
            {say(language, "test.same")}
          </button>
        </>
      )}
    </details>
  );
}

type SeveralProps = { language: Language; path: string; fields: readonly CardField[] };

function Several({ language, path, fields }: SeveralProps) {
  return (
    <details>
      <summary class="small">{say(language, "ask.several")}</summary>
      {fields.map(({ field }) => (
        <label class="choice">
          <input type="checkbox" name="fields[]" value={field} />
          {nameOf(language, field)}
        </label>
      ))}
      <button type="submit" class="small plain" formaction={`${path}/ask`}>
        {say(language, "ask.send")}
      </button>
      <p class="muted small" data-said role="status" hidden />
    </details>
  );
}

function nameOf(language: Language, field: FieldName): string {
  return sayOfVault(language, `field.${field}`);
}
