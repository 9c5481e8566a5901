import { type Id, type Language, LongText } from "#platform";
import { reasonLetters, type Trace } from "../case/index.ts";
import { say } from "../messages.ts";
import { tracesPath } from "./path.ts";
import type { Shown } from "./shown.ts";

type AboutProps = {
  language: Language;
  trace: Trace;
  people: ReadonlyMap<Id<"staff">, string>;
  shown: Shown | undefined;
};

/** Who began a trace, why and on what, and its report. */
export function About({ language, trace, people, shown }: AboutProps) {
  const { by, begunAt, before, why, rows, bad, format, bytes } = trace;
  const beginner =
    by.is === "staff" ? (people.get(by.id) ?? say(language, "somebody")) : say(language, "machine");
  const facts: [string, string][] = [
    [say(language, "about.by"), beginner],
    [say(language, "about.at"), say(language, "about.moment", { at: begunAt })],
    [say(language, "about.before"), say(language, "about.moment", { at: before })],
    [say(language, "about.why"), why],
    [
      say(language, "about.sample"),
      say(language, "about.sample.value", { rows, bad, format, bytes }),
    ],
  ];
  if (shown && !shown.result.photo) {
    const { found, ambiguous, nobody, tooLittle } = shown.result.resolution;
    const value = say(language, "about.rows.value", { found, ambiguous, nobody, tooLittle });
    facts.push([say(language, "about.rows"), value]);
  }
  return (
    <section aria-labelledby="about">
      <h2 id="about">{say(language, "about.title")}</h2>
      <dl class="facts">
        {facts.map(([term, value]) => (
          <div>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {shown && (
          <div>
            <dt>{say(language, "about.digest")}</dt>
            <dd>
              <samp>{shown.result.sample.digest}</samp>
            </dd>
          </div>
        )}
      </dl>
      {shown && <Report language={language} id={trace.id} />}
    </section>
  );
}

function Report({ language, id }: { language: Language; id: Id<"trace"> }) {
  return (
    <>
      <h3>{say(language, "report.title")}</h3>
      <p class="hint">{say(language, "report.hint")}</p>
      <p class="vote">
        {(["text", "json"] as const).map((form) => (
          <a class="button plain" href={`${tracesPath}/${id}/report/${form}`}>
            {say(language, `report.${form}`)}
          </a>
        ))}
      </p>
    </>
  );
}

export function Shredding({ language, trace: { id } }: Pick<AboutProps, "language" | "trace">) {
  const why = { name: "reason", label: say(language, "shred.why") };
  return (
    <details class="no-print">
      <summary>{say(language, "shred.title")}</summary>
      <form method="post" action={`${tracesPath}/${id}/shred`} class="stack">
        <p>{say(language, "shred.lead")}</p>
        <LongText {...why} letters={reasonLetters} />
        <button type="submit" class="danger">
          {say(language, "shred.submit")}
        </button>
      </form>
    </details>
  );
}
