import { type Language, Linked, Notice } from "#platform";
import { type Contact, type ContactType, type Directory, standingOf } from "../directory.ts";
import { type MessageKey, say } from "../messages.ts";

/** The published edition as the page needs it. */
type PublishedDirectory = { directory: Directory; keyId: string; txt: string };

type ContactsPageProps = { language: Language; published: PublishedDirectory; now: Date };

/** Phone numbers are left out on purpose: they stand on the phone page and nowhere else on the web. */
const order: readonly Exclude<ContactType, "phone">[] = [
  "domain",
  "origin",
  "email",
  "email_domain",
  "handle",
  "app",
  "sms_sender",
  "postal_address",
];

const notes: Partial<Record<ContactType, MessageKey>> = {
  domain: "type.note.domain",
  email: "type.note.email",
  sms_sender: "type.note.sms_sender",
};

const verifyCommand = "holdfast directory verify official-contacts.json --key KEY.json";

/** The directory for people: made to print on one sheet. */
export function ContactsPage({ language, published, now }: ContactsPageProps) {
  const { directory } = published;
  const isPast = (contact: Contact) => standingOf(contact, now).is === "past";
  const listed = directory.contacts.filter((contact) => contact.type !== "phone");
  const former = listed.filter(isPast);
  return (
    <>
      <header>
        <h1>{say(language, "page.contacts.title")}</h1>
        <p class="lead">{say(language, "page.contacts.lead")}</p>
        <Edition language={language} directory={directory} now={now} />
      </header>
      <div class="columns">
        {order.map((type) => {
          const contacts = listed.filter((contact) => contact.type === type && !isPast(contact));
          return (
            contacts.length > 0 && (
              <ContactList language={language} type={type} contacts={contacts} now={now} />
            )
          );
        })}
        <section>
          <h2>{say(language, "page.contacts.phone.title")}</h2>
          <p>
            <Linked sentence={say(language, "page.contacts.phone")} href="/phone" />
          </p>
        </section>
        {former.length > 0 && (
          <section>
            <h2>{say(language, "page.contacts.former")}</h2>
            <p class="hint">{say(language, "page.contacts.former.lead")}</p>
            <Entries language={language} contacts={former} now={now} />
          </section>
        )}
      </div>
      <Verification language={language} published={published} />
    </>
  );
}

function Edition({
  language,
  directory,
  now,
}: {
  language: Language;
  directory: Directory;
  now: Date;
}) {
  const expires = new Date(directory.expires_at ?? 0);
  if (expires <= now) {
    return (
      <Notice tone="danger" label={say(language, "page.contacts.title")}>
        <p>{say(language, "page.contacts.expired", { expires })}</p>
      </Notice>
    );
  }
  const issued = new Date(directory.issued_at ?? 0);
  const version = directory.version ?? 0;
  return (
    <p class="muted small">
      {say(language, "page.contacts.edition", { version, issued, expires })}
    </p>
  );
}

type ListProps = { language: Language; contacts: readonly Contact[]; now: Date };

function ContactList({ type, ...list }: ListProps & { type: ContactType }) {
  const note = notes[type];
  return (
    <section>
      <h2>{say(list.language, `type.${type}` as MessageKey)}</h2>
      {note && <p class="hint">{say(list.language, note)}</p>}
      <Entries {...list} />
    </section>
  );
}

function Entries({ language, contacts, now }: ListProps) {
  return (
    <ul class="links">
      {contacts.map((contact) => (
        <li>
          <samp dir="auto">{nameOf(language, contact)}</samp>
          <Remarks language={language} contact={contact} now={now} />
        </li>
      ))}
    </ul>
  );
}

function nameOf(language: Language, { value, network }: Contact): string {
  return network ? say(language, "on_network", { handle: value, network }) : value;
}

/** The purpose is the directory's own words, in whatever language they are: hence the empty `lang`. */
function Remarks({ language, contact, now }: { language: Language; contact: Contact; now: Date }) {
  const { purpose, region } = contact;
  const dated = datesOf(language, contact, now);
  return (
    <span class="muted small">
      <span lang="">{[purpose, region].filter(Boolean).join(" · ")}</span>
      {dated && ` · ${dated}`}
    </span>
  );
}

function datesOf(language: Language, contact: Contact, now: Date): string | undefined {
  const standing = standingOf(contact, now);
  switch (standing.is) {
    case "past":
      return say(language, "page.contacts.until", { date: new Date(standing.until) });
    case "future":
      return say(language, "page.contacts.from", { date: new Date(standing.from) });
    case "current":
      return undefined;
  }
}

function Verification({
  language,
  published,
}: {
  language: Language;
  published: PublishedDirectory;
}) {
  return (
    <section class="card no-print" aria-labelledby="verify">
      <h2 id="verify">{say(language, "page.contacts.verify.title")}</h2>
      <p>{say(language, "page.contacts.verify.lead")}</p>
      <ol>
        <li>
          <Linked
            sentence={say(language, "page.contacts.verify.step.download")}
            href="/.well-known/official-contacts.json"
          />
        </li>
        <li>
          {say(language, "page.contacts.verify.step.run")}
          <pre tabindex={0}>{verifyCommand}</pre>
        </li>
      </ol>
      <p>{say(language, "page.contacts.verify.dns")}</p>
      <pre tabindex={0}>{published.txt}</pre>
      <p class="small muted">
        {say(language, "page.contacts.verify.key", { key: published.keyId })}
      </p>
    </section>
  );
}
