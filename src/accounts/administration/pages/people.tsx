import { type Language, Linked, Notice } from "#platform";
import { Problem } from "../../passkey/index.ts";
import {
  days,
  isOnShift,
  type Role,
  roles,
  type StaffMember,
  say,
  sayRoles,
} from "../../staff/index.ts";
import type { Typed } from "../typed.ts";

type PeoplePageProps = {
  language: Language;
  people: readonly StaffMember[];
  isAdmin: boolean;
  isCounsel: boolean;
  now: Date;
  hasLeft: boolean;
  typed?: Typed;
  problem?: string;
};

/** Who works here, and as what. */
export function PeoplePage({ language, people, isAdmin, now, ...told }: PeoplePageProps) {
  return (
    <>
      <h1>{say(language, "people.title")}</h1>
      {told.hasLeft && (
        <Notice tone="good" label={say(language, "people.title")}>
          <p role="status">{say(language, "people.left")}</p>
        </Notice>
      )}
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{say(language, "person.name")}</th>
              <th scope="col">{say(language, "person.team")}</th>
              <th scope="col">{say(language, "person.employer")}</th>
              <th scope="col">{say(language, "person.roles")}</th>
              <th scope="col">{say(language, "person.shift")}</th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <tr>
                <td>
                  {isAdmin ? <a href={`/staff/people/${person.id}`}>{person.name}</a> : person.name}
                </td>
                <td>{person.team}</td>
                <td>{person.employer}</td>
                <td>{sayRoles(language, heldBy(person))}</td>
                <td>{say(language, isOnShift(person, now) ? "shift.on" : "shift.off")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {isAdmin && (
        <section class="card" aria-labelledby="add">
          <h2 id="add">{say(language, "people.add")}</h2>
          <p class="hint">{say(language, "people.add.lead")}</p>
          {told.problem !== undefined && <Problem language={language} sentence={told.problem} />}
          <JoinerForm language={language} typed={told.typed} />
        </section>
      )}
      {isAdmin && (
        <p>
          <Linked sentence={say(language, "people.webhooks")} href="/staff/webhooks" />
        </p>
      )}
      {isAdmin && (
        <p>
          <Linked sentence={say(language, "people.erasures")} href="/staff/erasures" />
        </p>
      )}
      {told.isCounsel && (
        <p>
          <Linked sentence={say(language, "people.holds")} href="/staff/erasures" />
        </p>
      )}
    </>
  );
}

function JoinerForm({ language, typed }: { language: Language; typed: Typed | undefined }) {
  return (
    <form method="post" action="/staff/people">
      <div class="fields">
        <Field language={language} name="name" value={typed?.name} isNeeded />
        <Field language={language} name="email" type="email" value={typed?.email} />
        <Field language={language} name="subject" value={typed?.subject} />
        <Field language={language} name="team" value={typed?.team} isNeeded />
        <Field language={language} name="employer" value={typed?.employer} isNeeded />
        <Field language={language} name="languages" value={typed?.languages ?? "en"} />
        <Field language={language} name="timeZone" value={typed?.timeZone ?? "UTC"} />
        <Field language={language} name="from" type="time" value={typed?.from ?? "09:00"} />
        <Field language={language} name="to" type="time" value={typed?.to ?? "17:00"} />
      </div>
      <fieldset>
        <legend>{say(language, "person.days")}</legend>
        {days.map((day) => (
          <label class="choice">
            <input
              type="checkbox"
              name={`day_${day}`}
              checked={typed ? typed.days.includes(day) : !day.startsWith("s")}
            />
            {say(language, `day.${day}`)}
          </label>
        ))}
      </fieldset>
      <RoleChoices language={language} held={typed?.roles ?? []} />
      <Reason language={language} value={typed?.reason} />
      <p class="actions">
        <button type="submit">{say(language, "ask")}</button>
      </p>
    </form>
  );
}

type FieldProps = {
  language: Language;
  name:
    | "name"
    | "email"
    | "subject"
    | "team"
    | "employer"
    | "languages"
    | "timeZone"
    | "from"
    | "to";
  type?: "email" | "time";
  value: string | undefined;
  isNeeded?: boolean;
};

function Field({ language, name, type, value = "", isNeeded }: FieldProps) {
  return (
    <div>
      <label for={name}>{say(language, `person.${name}`)}</label>
      <input
        id={name}
        name={name}
        type={type ?? "text"}
        value={value}
        maxlength={254}
        autocomplete="off"
        required={isNeeded}
      />
    </div>
  );
}

function RoleChoices({ language, held }: { language: Language; held: readonly Role[] }) {
  return (
    <fieldset>
      <legend>{say(language, "person.roles")}</legend>
      {roles.map((role) => (
        <label class="choice">
          <input type="checkbox" name={`role_${role}`} checked={held.includes(role)} />
          {say(language, `role.${role}`)}
        </label>
      ))}
    </fieldset>
  );
}

function Reason({ language, value = "" }: { language: Language; value?: string | undefined }) {
  return (
    <label>
      {say(language, "reason")}
      <textarea name="reason" maxlength={500} required>
        {value}
      </textarea>
    </label>
  );
}

type PersonPageProps = {
  language: Language;
  person: StaffMember;
  isOwn: boolean;
  /** A new registration link takes two people. */
  needsTwo: boolean;
  now: Date;
  /** A registration link that was made just now; it is shown this once. */
  link?: string;
  problem?: string;
};

/** One person, and what an administrator can ask for or do. */
export function PersonPage({ language, person, isOwn, needsTwo, now, ...told }: PersonPageProps) {
  const facts = [
    ["person.team", person.team],
    ["person.employer", person.employer],
    ["person.email", person.email],
    ["person.subject", person.subject],
    ["person.languages", person.languages.join(", ")],
    ["person.timeZone", person.timeZone],
    ["person.shift", say(language, isOnShift(person, now) ? "shift.on" : "shift.off")],
  ] as const;
  const base = `/staff/people/${person.id}`;
  return (
    <>
      <h1>{person.name}</h1>
      {told.problem !== undefined && <Problem language={language} sentence={told.problem} />}
      {told.link !== undefined && (
        <Notice tone="good" label={say(language, "link.title")}>
          <p role="status">{say(language, "link.made")}</p>
          <pre tabindex={0}>{told.link}</pre>
        </Notice>
      )}
      <dl class="facts">
        {facts.map(
          ([key, value]) =>
            value && (
              <div>
                <dt>{say(language, key)}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {isOwn ? (
        <p>{say(language, "person.own")}</p>
      ) : (
        <>
          <section class="card">
            <h2>{say(language, "roles.title")}</h2>
            <form method="post" action={`${base}/roles`}>
              <RoleChoices language={language} held={heldBy(person)} />
              <Reason language={language} />
              <p class="actions">
                <button type="submit">{say(language, "ask")}</button>
              </p>
            </form>
          </section>
          <section class="card">
            <h2>{say(language, "link.title")}</h2>
            <p class="hint">{say(language, needsTwo ? "link.two" : "link.first")}</p>
            <form method="post" action={`${base}/link`}>
              {needsTwo && <Reason language={language} />}
              <p class="actions">
                <button type="submit" class="plain">
                  {say(language, needsTwo ? "link.ask" : "link.make")}
                </button>
              </p>
            </form>
          </section>
          <section class="card">
            <h2>{say(language, "leave.title")}</h2>
            <p class="hint">{say(language, "leave.lead")}</p>
            <form method="post" action={`${base}/leave`}>
              <p class="actions">
                <button type="submit" class="danger">
                  {say(language, "leave.button", { name: person.name })}
                </button>
              </p>
            </form>
          </section>
        </>
      )}
    </>
  );
}

function heldBy({ roles: held }: StaffMember): Role[] {
  return held.map(({ role }) => role);
}
