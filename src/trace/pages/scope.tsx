import type { Child } from "hono/jsx";
import type { Language } from "#platform";
import { type MessageKey, say } from "../messages.ts";
import type { Bounds, Figures } from "../scope/index.ts";

const bounds = ["lower", "best", "upper"] as const;

/** Whom it affects: at least, likely, at most; as a whole, by field, by how sensitive it is, and by country. */
export function Scope({ language, scope }: { language: Language; scope: Figures }) {
  const { clients, values, byField, byClass, byCountry } = scope;
  const countries = new Intl.DisplayNames([language.tag], { type: "region" });
  const country = (code: string | null) =>
    code === null ? say(language, "scope.country.none") : (countries.of(code) ?? code);
  return (
    <section aria-labelledby="scope">
      <h2 id="scope">{say(language, "scope.heading")}</h2>
      <p class="hint">{say(language, "scope.hint")}</p>
      <section class="scroll" tabindex={0} aria-label={say(language, "scope.table")}>
        <table>
          <thead>
            <tr>
              <td />
              {bounds.map((bound) => (
                <th scope="col" class="figure">
                  {say(language, `scope.${bound}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Row language={language} said={say(language, "scope.clients")} figures={clients} />
            <Row language={language} said={say(language, "scope.values")} figures={values} />
          </tbody>
          <Group language={language} heading="scope.by_field">
            {byField.map(({ field, ...figures }) => {
              const said = say(language, `field.${field}` as MessageKey);
              return <Row language={language} said={said} figures={figures} />;
            })}
          </Group>
          <Group language={language} heading="scope.by_class">
            {byClass.map(({ class: own, ...figures }) => (
              <Row
                language={language}
                said={say(language, "scope.class", { class: own })}
                figures={figures}
              />
            ))}
          </Group>
          <Group language={language} heading="scope.by_country">
            {byCountry.map(({ country: code, ...figures }) => (
              <Row language={language} said={country(code)} figures={figures} />
            ))}
          </Group>
        </table>
      </section>
    </section>
  );
}

type GroupProps = {
  language: Language;
  heading: "scope.by_field" | "scope.by_class" | "scope.by_country";
  children: Child[];
};

function Group({ language, heading, children }: GroupProps) {
  if (children.length === 0) return null;
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colspan={4} class="muted small">
          {say(language, heading)}
        </th>
      </tr>
      {children}
    </tbody>
  );
}

type RowProps = { language: Language; said: string; figures: Bounds };

function Row({ language, said, figures }: RowProps) {
  const number = new Intl.NumberFormat(language.tag);
  return (
    <tr>
      <th scope="row">{said}</th>
      {bounds.map((bound) => (
        <td class="figure">{number.format(figures[bound])}</td>
      ))}
    </tr>
  );
}
