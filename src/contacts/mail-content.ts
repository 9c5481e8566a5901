import { type HtmlLink, readHtml } from "./mail-html.ts";
import { readParts } from "./mail-parts.ts";
import { sameOrganisation } from "./mail-proof.ts";
import { contactsIn, findContacts } from "./message.ts";
import { plainText, withoutContacts } from "./message-text.ts";

/** Only this much of a mail's text is searched for contacts: a person reads less. */
const searchedLengthMax = 200_000;
const hiddenLinksMax = 5;

/** A link whose text names another place than where it leads. */
export type HiddenTarget = { shown: string; target: string };

export type MailContent = {
  /** Everything in the text that can be contacted or opened, each once. */
  contacts: string[];
  hiddenTargets: HiddenTarget[];
  /** What links show in place of where they lead, as it stands in the text. */
  shownInPlace: ReadonlySet<string>;
  /** What a person reads of it, without the contacts. */
  text: string;
  attachmentCount: number;
};

/**
 * Takes a mail apart.
 * @throws {TooManyParts}
 */
export function readContent(mail: Buffer): MailContent {
  const { texts, attachmentCount } = readParts(mail);
  const links: HtmlLink[] = [];
  const shown: string[] = [];
  for (const { isHtml, text } of texts) {
    const html = isHtml ? readHtml(text) : undefined;
    shown.push(html?.text ?? text);
    links.push(...(html?.links.filter(({ href }) => leadsSomewhere(href)) ?? []));
  }
  const contacts = new Set(links.map(({ href }) => href));
  const searched = contactsIn(plainText(shown.join("\n"), searchedLengthMax).text);
  for (const contact of searched.contacts) contacts.add(contact.text);
  const hiddenTargets: HiddenTarget[] = [];
  const shownInPlace = new Set<string>();
  for (const link of links) {
    for (const { text, hidden } of hiddenBehind(link)) {
      shownInPlace.add(text);
      hiddenTargets.push(hidden);
    }
  }
  return {
    contacts: [...contacts],
    hiddenTargets: hiddenTargets.slice(0, hiddenLinksMax),
    shownInPlace,
    text: withoutContacts(searched.rest),
    attachmentCount,
  };
}

/** The contacts in a link's text that aren't where it leads. */
function hiddenBehind({ href, shown }: HtmlLink): { text: string; hidden: HiddenTarget }[] {
  const target = placeOf(href);
  if (target === undefined) return [];
  return findContacts(shown).flatMap(({ kind, text }) => {
    const place = kind === "phone" ? placeOf(`tel:${text}`) : placeOf(text);
    if (place === undefined || isSamePlace(place, target)) return [];
    return [{ text, hidden: { shown: place, target } }];
  });
}

/** The host of a link or a mail address, the digits of a phone link. */
function placeOf(link: string): string | undefined {
  const phone = /^(?:tel|sms):([^;?]{1,60})/i.exec(link)?.[1];
  if (phone !== undefined) return phone.replace(/[^+\d]/g, "");
  const address = /^(?:mailto:)?[^@/?]{1,64}@([^@/?#]{1,255})/i.exec(link)?.[1];
  return address === undefined ? hostOf(link) : hostOf(address);
}

/** The end of a number is the same in its national and its international form. */
const numberEndLength = 8;

function isSamePlace(one: string, other: string): boolean {
  const areNumbers = [one, other].every((place) => /^\+?\d+$/.test(place));
  if (areNumbers) return one.slice(-numberEndLength) === other.slice(-numberEndLength);
  return one === other || sameOrganisation(one, other);
}

function leadsSomewhere(href: string): boolean {
  return href !== "" && !href.startsWith("#") && !/^cid:/i.test(href);
}

function hostOf(link: string): string | undefined {
  const withScheme = /^[a-z][a-z0-9+.-]{0,20}:/i.test(link) && !/^[^/]*:\d/.test(link);
  const url = URL.parse(withScheme ? link : `https://${link}`);
  return url && /^https?:$/.test(url.protocol) && url.hostname !== "" ? url.hostname : undefined;
}
