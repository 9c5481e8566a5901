import type { Language } from "#platform";
import { Done, Field, type Told } from "../../form/index.ts";
import { say } from "../messages.ts";

export type EmailPageProps = {
  language: Language;
  /** What the address is shown as. */
  mask: string;
  typed?: string;
  problem?: Told | undefined;
  /** The link was sent just now; it can be opened for this long. */
  isSent?: boolean;
  hours: number;
};

/** `/account/email` */
export function EmailPage({ language, mask, typed = "", problem, isSent, hours }: EmailPageProps) {
  return (
    <>
      <header>
        <h1>{say(language, "email.title")}</h1>
        <p class="lead">{say(language, "email.lead")}</p>
      </header>
      {isSent && (
        <Done label={say(language, "done.label")}>{say(language, "email.sent", { hours })}</Done>
      )}
      <dl class="facts">
        <dt>{say(language, "email.now")}</dt>
        <dd>{mask}</dd>
      </dl>
      <form class="card" method="post" action="/account/email">
        <Field
          name="email"
          label={say(language, "email.new")}
          hint={say(language, "email.new.hint")}
          problem={problem?.sentence}
          type="email"
          value={typed}
          autocomplete="email"
          lengthMax={254}
        />
        <p class="actions">
          <button type="submit">{say(language, "email.button")}</button>
        </p>
      </form>
    </>
  );
}
