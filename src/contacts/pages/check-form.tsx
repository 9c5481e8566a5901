import type { Language } from "#platform";
import { say } from "../messages.ts";

type CheckFormProps = {
  language: Language;
  /** What was typed, given back so that nothing is lost. */
  typed?: string | undefined;
  /** What was wrong with it, as a sentence. */
  error?: string | undefined;
  hasFile?: boolean | undefined;
};

/** The one field of the checker. It posts, so that what people paste stays out of addresses and logs. */
export function CheckForm({ language, typed, error, hasFile }: CheckFormProps) {
  const described = error ? "contact-hint contact-error" : "contact-hint";
  return (
    <form method="post" action="/check" enctype="multipart/form-data">
      <label for="contact">{say(language, "form.label")}</label>
      <p class="hint" id="contact-hint">
        {say(language, "form.hint")}
      </p>
      {error && (
        <p class="error" id="contact-error" role="alert">
          {error}
        </p>
      )}
      <textarea
        id="contact"
        name="contact"
        rows={3}
        dir="auto"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        aria-describedby={described}
        aria-invalid={error ? "true" : undefined}
        autofocus={error !== undefined}
      >
        {typed ?? ""}
      </textarea>
      <MailFile language={language} isOpen={hasFile} />
      <p class="actions">
        <button type="submit">{say(language, "form.submit")}</button>
      </p>
    </form>
  );
}

function MailFile({ language, isOpen }: { language: Language; isOpen: boolean | undefined }) {
  return (
    <details open={isOpen}>
      <summary>{say(language, "form.file.summary")}</summary>
      <label for="mail">{say(language, "form.file.label")}</label>
      <p class="hint" id="mail-hint">
        {say(language, "form.file.hint")}
      </p>
      <input
        type="file"
        id="mail"
        name="mail"
        accept=".eml,message/rfc822"
        aria-describedby="mail-hint"
      />
    </details>
  );
}
