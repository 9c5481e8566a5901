import {
  type Fault,
  faultIn,
  type Material,
  type OfficialContacts,
  type Sentence,
  type Source,
  sourcesOf,
} from "./material.ts";
import { type Mention, mentionsIn } from "./mentions.ts";
import { isAboutScams, isRefusing, ownWords, plain } from "./speech.ts";

/**
 * A page names a contact of ours that the directory doesn't list, or lists our senders otherwise than the directory
 * does. A reader who finds two lists trusts neither, or trusts the wrong one.
 */
export function contactsDiffer(material: Material): Fault[] {
  const { directory } = material;
  if (!directory) return [];
  const sources = sourcesOf(material);
  return [
    ...sources.flatMap(({ sentences }) =>
      sentences.flatMap((sentence) => strangers(sentence, directory)),
    ),
    ...sources.flatMap((source) => shortSenderList(source, directory)),
  ];
}

function strangers(sentence: Sentence, directory: OfficialContacts): Fault[] {
  if (isWarning(sentence)) return [];
  return mentionsIn(ownWords(sentence))
    .filter((mention) => posesAsOurs(mention, directory) && !isListed(mention, directory))
    .map(({ value }) => faultIn(sentence, value));
}

function isWarning({ text, leadIn }: Sentence): boolean {
  return [text, leadIn].some((words) => isAboutScams(words) || isRefusing(words));
}

/** Names that are kept free for examples (RFC 2606), and handles that nobody takes for a real one. */
const exampleHost = /(?:^|[@.])example(?:\.(?:com|net|org))?$/;
const exampleHandles = new Set(["name", "handle", "username", "you", "yourname"]);

/** An address or a handle is offered as ours; of other hosts only those that carry our name are. */
function posesAsOurs({ type, value }: Mention, { brands }: OfficialContacts): boolean {
  if (type === "phone") return false; // phone-elsewhere looks at those
  const carriesName = brands.some((brand) => value.includes(brand.toLowerCase()));
  if (type === "host") return carriesName;
  if (type === "handle") return !exampleHandles.has(value);
  return !exampleHost.test(value) || carriesName;
}

function isListed(mention: Mention, { contacts }: OfficialContacts): boolean {
  return contacts.some(({ type, value }) => isContact(mention, type, value.toLowerCase()));
}

function isContact({ type, value }: Mention, listedType: string, listed: string): boolean {
  switch (listedType) {
    case "email":
      return type === "email" && value === listed;
    case "email_domain":
      return (
        (type === "mail_domain" && value === listed) ||
        (type === "email" && value.endsWith(`@${listed}`))
      );
    case "domain":
      return type === "host" && (value === listed || value.endsWith(`.${listed}`));
    case "origin":
      return type === "host" && URL.canParse(listed) && new URL(listed).hostname === value;
    case "handle":
      return type === "handle" && value === listed.replace(/^@/, "");
    default:
      return false;
  }
}

const sendersListedMin = 2;

/** Two or more of our sender domains on a page are a list of senders, and a list has to be whole. */
function shortSenderList({ sentences }: Source, { contacts }: OfficialContacts): Fault[] {
  const ours = contacts
    .filter(({ type }) => type === "email_domain")
    .map(({ value }) => value.toLowerCase());
  const listed = new Set<string>();
  let place: Sentence | undefined;
  for (const sentence of sentences) {
    if (isWarning(sentence)) continue;
    for (const { type, value } of mentionsIn(plain(sentence.text))) {
      const domain = type === "email" ? value.slice(value.indexOf("@") + 1) : value;
      if ((type !== "email" && type !== "mail_domain") || !ours.includes(domain)) continue;
      place ??= sentence;
      listed.add(domain);
    }
  }
  const missing = ours.filter((domain) => !listed.has(domain));
  if (!place || listed.size < sendersListedMin || missing.length === 0) return [];
  return [faultIn(place, missing.join(", "))];
}
