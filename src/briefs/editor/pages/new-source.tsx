import { describedBy, Labelled, type Language } from "#platform";
import { reliabilities, sourceKinds } from "../../source/index.ts";
import type { Typed } from "../intake.ts";
import { say } from "../messages.ts";
import { BriefFrame, type FrameProps, pathOf } from "./frame.tsx";

export type NewSourceProps = FrameProps & { typed: Typed; megabytes: number };

/** Where a source is given: pasted, or as a file. Nothing is fetched. */
export function NewSourcePage(props: NewSourceProps) {
  const { language, brief, typed, megabytes } = props;
  const pasted = {
    ...{ name: "pasted", label: say(language, "source.pasted") },
    hint: say(language, "source.pasted.hint"),
  };
  const file = {
    ...{ name: "file", label: say(language, "source.file") },
    hint: say(language, "source.file.hint", { megabytes }),
  };
  return (
    <BriefFrame {...props} place="sources" isWithin={true} keys="page">
      <h2>{say(language, "sources.new")}</h2>
      <p class="lead">{say(language, "source.lead")}</p>
      <form
        method="post"
        action={`${pathOf(brief)}/sources`}
        enctype="multipart/form-data"
        class="card stack"
      >
        <div class="fields">
          <Labelled name="kind" label={say(language, "source.kind")}>
            <select id="kind" name="kind">
              {sourceKinds.map((kind) => (
                <option value={kind} selected={kind === typed.kind}>
                  {say(language, `kind.${kind}`)}
                </option>
              ))}
            </select>
          </Labelled>
          <Line language={language} name="publisher" typed={typed} lengthMax={200} />
          <Line language={language} name="url" typed={typed} lengthMax={2_000} />
          <Line language={language} name="published" typed={typed} lengthMax={60} />
          <Line language={language} name="name" typed={typed} lengthMax={31} />
          <Reliability language={language} chosen={typed.reliability} />
          <Line language={language} name="origin" typed={typed} lengthMax={61} />
          <Line language={language} name="because" typed={typed} lengthMax={500} />
        </div>
        <Labelled {...pasted}>
          <textarea
            id="pasted"
            name="pasted"
            rows={8}
            autocomplete="off"
            aria-describedby={describedBy(pasted)}
          >
            {typed.pasted}
          </textarea>
        </Labelled>
        <Labelled {...file}>
          <input
            type="file"
            id="file"
            name="file"
            accept=".html,.htm,.txt,.md,.eml,.pdf,.json,.jsonl"
            aria-describedby={describedBy(file)}
          />
        </Labelled>
        <p class="actions">
          <button type="submit">{say(language, "source.submit")}</button>
        </p>
      </form>
    </BriefFrame>
  );
}

type LineProps = {
  language: Language;
  name: "publisher" | "url" | "published" | "name" | "origin" | "because";
  typed: Typed;
  lengthMax: number;
};

function Line({ language, name, typed, lengthMax }: LineProps) {
  const labels = {
    ...{ name, label: say(language, `source.${name}`) },
    hint: say(language, `source.${name}.hint`),
  };
  return (
    <Labelled {...labels}>
      <input
        id={name}
        name={name}
        value={typed[name]}
        maxlength={lengthMax}
        autocomplete="off"
        aria-describedby={describedBy(labels)}
      />
    </Labelled>
  );
}

export function Reliability({ language, chosen }: { language: Language; chosen: string }) {
  return (
    <Labelled name="reliability" label={say(language, "source.reliability")}>
      <select id="reliability" name="reliability">
        {reliabilities.map((one) => (
          <option value={one} selected={one === (chosen || "unrated")}>
            {say(language, `reliability.${one}`)}
          </option>
        ))}
      </select>
    </Labelled>
  );
}
