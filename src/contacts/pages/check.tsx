import type { Language } from "#platform";
import { say } from "../messages.ts";
import { CheckForm } from "./check-form.tsx";

type CheckPageProps = {
  language: Language;
  firm: string;
  typed?: string | undefined;
  error?: string | undefined;
  /** A file was chosen: the part of the form for it stands open. */
  hasFile?: boolean;
};

export function CheckPage({ language, firm, typed, error, hasFile }: CheckPageProps) {
  return (
    <>
      <header>
        <h1>{say(language, "page.check.title")}</h1>
        <p class="lead">{say(language, "page.check.lead", { firm })}</p>
      </header>
      <div class="card">
        <CheckForm language={language} typed={typed} error={error} hasFile={hasFile} />
      </div>
      <p class="small muted">{say(language, "page.check.privacy")}</p>
    </>
  );
}
