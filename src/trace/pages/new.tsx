import { describedBy, Labelled, type Language, Linked, LongText } from "#platform";
import { reasonLetters } from "../case/index.ts";
import { say } from "../messages.ts";
import { tracesPath } from "./path.ts";

export type NewPageProps = {
  language: Language;
  megabytes: { rows: number; photo: number };
  /** Today, as 2026-11-22: the latest day that can be said. */
  today: string;
  typed: { before: string; why: string; pasted: string };
  /** What was wrong, and with which field. */
  problem?: { field: "sample" | "before" | "why"; sentence: string } | undefined;
};

/** Where a sample is given: rows that are pasted, or a file. What was wrong is said beside its field, and what was typed stays there. */
export function NewPage({ language, megabytes, today, typed, problem }: NewPageProps) {
  const sampleField = typed.pasted === "" ? "file" : "pasted";
  const problemField = problem?.field === "sample" ? sampleField : problem?.field;
  const wrong = (field: string) => (problemField === field ? problem?.sentence : undefined);
  const file = {
    ...{ name: "sample", label: say(language, "new.file") },
    ...{
      hint: say(language, "new.file.hint", { megabytes: megabytes.rows, photo: megabytes.photo }),
      problem: wrong("file"),
    },
  };
  const pasted = {
    ...{ name: "pasted", label: say(language, "new.pasted") },
    ...{ hint: say(language, "new.pasted.hint"), problem: wrong("pasted") },
  };
  const before = {
    ...{ name: "before", label: say(language, "new.before") },
    ...{ hint: say(language, "new.before.hint"), problem: wrong("before") },
  };
  const why = {
    ...{ name: "why", label: say(language, "new.why") },
    ...{ hint: say(language, "new.why.hint", reasonLetters), problem: wrong("why") },
  };
  const invalid = (field: string) => (wrong(field) ? "true" : undefined);
  return (
    <>
      <h1>{say(language, "new.title")}</h1>
      <p>
        <Linked sentence={say(language, "back")} href={tracesPath} />
      </p>
      <p class="lead">{say(language, "new.lead")}</p>
      <form method="post" action={tracesPath} enctype="multipart/form-data" class="card">
        <Labelled {...before}>
          <input
            type="date"
            id="before"
            name="before"
            value={typed.before}
            max={today}
            required
            autofocus={wrong("before") !== undefined}
            aria-invalid={invalid("before")}
            aria-describedby={describedBy(before)}
          />
        </Labelled>
        <LongText {...why} letters={reasonLetters} value={typed.why} />
        <Labelled {...pasted}>
          <textarea
            id="pasted"
            name="pasted"
            rows={6}
            spellcheck={false}
            autocomplete="off"
            autofocus={wrong("pasted") !== undefined}
            aria-invalid={invalid("pasted")}
            aria-describedby={describedBy(pasted)}
          >
            {typed.pasted}
          </textarea>
        </Labelled>
        <Labelled {...file}>
          <input
            type="file"
            id="sample"
            name="sample"
            accept=".csv,.tsv,.txt,.json,.jsonl,.sql,text/*,application/json,image/*,video/*,application/pdf"
            autofocus={wrong("file") !== undefined}
            aria-invalid={invalid("file")}
            aria-describedby={describedBy(file)}
          />
        </Labelled>
        <p class="actions">
          <button type="submit">{say(language, "new.submit")}</button>
        </p>
      </form>
    </>
  );
}
