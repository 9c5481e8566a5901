import { Field } from "#accounts";
import { type Language, Linked, Outcome } from "#platform";
import { say } from "../messages.ts";
import { editorPath } from "./path.ts";

export type NewPageProps = {
  language: Language;
  typed: { title: string; firm: string; authorRole: string };
  problem?: string | undefined;
};

/** Where a brief is begun. */
export function NewPage({ language, typed, problem }: NewPageProps) {
  return (
    <>
      <h1>{say(language, "new")}</h1>
      <p>
        <Linked sentence={say(language, "back")} href={editorPath} />
      </p>
      <Outcome problem={problem} />
      <form method="post" action={editorPath} class="card">
        <Field
          name="title"
          label={say(language, "new.title")}
          hint={say(language, "new.title.hint")}
          value={typed.title}
          autocomplete="off"
          lengthMax={200}
        />
        <Field
          name="firm"
          label={say(language, "new.firm")}
          hint={say(language, "new.firm.hint")}
          value={typed.firm}
          autocomplete="off"
          lengthMax={100}
        />
        <fieldset>
          <legend>{say(language, "new.author")}</legend>
          {(["firm", "third_party"] as const).map((role) => (
            <label class="tick">
              <input
                type="radio"
                name="author"
                value={role}
                required
                checked={typed.authorRole === role}
              />{" "}
              <span>{say(language, `new.author.${role}`)}</span>
            </label>
          ))}
        </fieldset>
        <p class="actions">
          <button type="submit">{say(language, "new.submit")}</button>
        </p>
      </form>
    </>
  );
}
