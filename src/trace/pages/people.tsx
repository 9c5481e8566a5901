import type { Language } from "#platform";
import { unknownPerson } from "../exposure/index.ts";
import { say } from "../messages.ts";
import type { TracedPerson } from "../result.ts";
import { aboutPerson, alikeIn, rowsAboutClients, sensitivityOf } from "../sentences.ts";
import { OpenName } from "./open-name.tsx";
import type { Shown } from "./shown.ts";

const hourWidth = 10;
const hoursHeight = 30;

/** Each person whose looks explain a part, and how sure that is. */
export function People({ language, shown }: { language: Language; shown: Shown }) {
  const { result, called } = shown;
  return (
    <>
      {result.people.length > 0 && (
        <section aria-labelledby="people">
          <h2 id="people">{say(language, "people.title")}</h2>
          <p class="hint">{say(language, "people.hint")}</p>
          <ul class="cards">
            {result.people.map((person) => (
              <Person language={language} shown={shown} person={person} />
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="sure">
        <h2 id="sure">{say(language, "next.title")}</h2>
        {alikeIn(language, result, called).map((sentence) => (
          <p>{sentence}</p>
        ))}
        <p>{sensitivityOf(language, result, called)}</p>
        <Rivals language={language} shown={shown} />
      </section>
    </>
  );
}

type PersonProps = { language: Language; shown: Shown; person: TracedPerson };

function Person({ language, shown, person }: PersonProps) {
  const called = shown.called.of(person.staff);
  const name = shown.names.get(person.staff);
  const mayOpen = name === undefined && person.staff !== unknownPerson;
  const id = `person-${called}`;
  return (
    <li class="card" aria-labelledby={id}>
      <h3 id={id} tabindex={-1}>
        {name === undefined
          ? say(language, "person.called", { called })
          : say(language, "person.named", { called, name })}
      </h3>
      <ul>
        {aboutPerson(language, person, rowsAboutClients(shown.result)).map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
      {person.hours.length > 0 && <Hours language={language} hours={person.hours} />}
      {mayOpen && <OpenName language={language} shown={shown} called={called} />}
    </li>
  );
}

/** At which hours of the day the matching looks were. */
function Hours({ language, hours }: { language: Language; hours: readonly number[] }) {
  const most = Math.max(1, ...hours);
  const busy = hours.flatMap((count, hour) => (count * 2 >= most ? [hour] : []));
  const label = say(language, "person.hours", {
    ...{ from: busy[0] ?? 0, to: (busy.at(-1) ?? 23) + 1 },
  });
  return (
    <figure>
      <svg
        class="hours"
        viewBox={`0 0 ${hours.length * hourWidth} ${hoursHeight}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={label}
      >
        {hours.map((count, hour) => {
          const height = count === 0 ? 1 : Math.max(3, Math.round((hoursHeight * count) / most));
          return (
            <rect
              class={count === 0 ? "none" : undefined}
              x={hour * hourWidth + 1}
              y={hoursHeight - height}
              width={hourWidth - 2}
              height={height}
            />
          );
        })}
      </svg>
      <figcaption class="hint">{label}</figcaption>
    </figure>
  );
}

function Rivals({ language, shown }: { language: Language; shown: Shown }) {
  const { rivals } = shown.result;
  return (
    <details>
      <summary>{say(language, "rivals.title")}</summary>
      <p class="hint">{say(language, "rivals.hint")}</p>
      {(["overlap", "cover"] as const).map((method) => (
        <>
          <h3>{say(language, `rivals.${method}`)}</h3>
          {rivals[method].length === 0 ? (
            <p>{say(language, "rivals.nobody")}</p>
          ) : (
            <ul>
              {rivals[method].map(({ staff, rows }) => (
                <li>{say(language, "rivals.item", { called: shown.called.of(staff), rows })}</li>
              ))}
            </ul>
          )}
        </>
      ))}
    </details>
  );
}
