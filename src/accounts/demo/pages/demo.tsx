import { type Language, Linked } from "#platform";
import { say } from "../messages.ts";
import type { DemoPeople } from "../people.ts";

/** Everybody whom a developer can sign in as, each by one button. */
export function DemoPage({ language, people }: { language: Language; people: DemoPeople }) {
  return (
    <>
      <h1>{say(language, "title")}</h1>
      <p class="lead">{say(language, "lead")}</p>
      <section aria-labelledby="client">
        <h2 id="client">{say(language, "client.title")}</h2>
        <p>
          <Linked sentence={say(language, "client.lead")} href="/account/passkeys" />
        </p>
        <SignIn person="client" words={say(language, "client.button")} />
      </section>
      <section aria-labelledby="staff">
        <h2 id="staff">{say(language, "staff.title")}</h2>
        <p>{say(language, "staff.lead")}</p>
        <ul class="links">
          {people.staff.map(({ role, name }) => (
            <li>
              <SignIn person={role} words={say(language, "staff.button", { name })} />
            </li>
          ))}
        </ul>
      </section>
      <p>{say(language, "again")}</p>
      <p>
        <Linked sentence={say(language, "call")} href="/staff/calls" />
      </p>
      <p>
        <Linked sentence={say(language, "mailbox")} href="/dev/mailbox" />
      </p>
    </>
  );
}

function SignIn({ person, words }: { person: string; words: string }) {
  return (
    <form method="post" action="/demo/sign-ins">
      <button type="submit" name="person" value={person}>
        {words}
      </button>
    </form>
  );
}
