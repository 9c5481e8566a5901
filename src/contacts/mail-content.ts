import { type HtmlLink, readHtml } from "./mail-html.ts";
import { readParts } from "./mail-parts.ts";
import { sameOrganisation } from "./mail-proof.ts";
import { findContacts } from "./message.ts";

/** Only this much of a mail's text is searched for contacts: a person reads less. */
const searchedLengthMax = 200_000;
const hiddenLinksMax = 5;

/** A link whose text names another place than where it leads. */
export type HiddenTarget = { shown: string; target: string };

export type MailContent = {
  /** Everything in the text that can be contacted or opened, each once. */
  contacts: string[];
  hiddenTargets: HiddenTarget[];
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
  const searched = shown.join("\n").slice(0, searchedLengthMax);
  for (const contact of findContacts(searched)) contacts.add(contact.text);
  const hiddenTargets = links.flatMap(({ href, shown }) => {
    const target = hostOf(href);
    const named = findContacts(shown).find(({ kind }) => kind === "link" || kind === "host")?.text;
    const shownHost = named === undefined ? undefined : hostOf(named);
    if (!target || !shownHost || target === shownHost) return [];
    return sameOrganisation(target, shownHost) ? [] : [{ shown: shownHost, target }];
  });
  return {
    contacts: [...contacts],
    hiddenTargets: hiddenTargets.slice(0, hiddenLinksMax),
    attachmentCount,
  };
}

function leadsSomewhere(href: string): boolean {
  return href !== "" && !href.startsWith("#") && !/^cid:/i.test(href);
}

function hostOf(link: string): string | undefined {
  const withScheme = /^[a-z][a-z0-9+.-]{0,20}:/i.test(link) && !/^[^/]*:\d/.test(link);
  const url = URL.parse(withScheme ? link : `https://${link}`);
  return url && /^https?:$/.test(url.protocol) && url.hostname !== "" ? url.hostname : undefined;
}
