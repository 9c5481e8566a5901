import { lowerAscii } from "./ascii.ts";
import type { Contact } from "./directory.ts";
import type { Host } from "./host.ts";
import type { Evidence } from "./judgement.ts";
import type { Link } from "./link.ts";
import type { Reason } from "./verdict.ts";

/** What is said of a link to our own site: also when it leads further than its front page. */
export function oursByLink(contact: Contact, link: Link): Reason[] {
  const reasons = [listedSite(contact, link.host)];
  if (link.url.protocol === "http:") reasons.push({ code: "link_not_encrypted" });
  const { pathname, search, hash } = link.url;
  if (pathname !== "/" || search !== "" || hash !== "") reasons.push({ code: "link_may_approve" });
  return reasons;
}

/** A door of our site where none of our pages is. */
export function otherDoor({ port }: URL): Reason[] {
  return port === "" ? [] : [{ code: "link_other_port", values: { port } }];
}

/** Our name in a path or a query is put there to be seen; it decides nothing. */
export function nameBehindHost(evidence: Evidence, { url, host }: Link): Reason[] {
  const behind = `${url.pathname}${url.search}${url.hash}`.toLowerCase();
  const isNamed = evidence.open.directory.brands.some((brand) =>
    behind.includes(brand.toLowerCase()),
  );
  return isNamed ? [{ code: "name_behind_host", values: { host: host.unicode } }] : [];
}

/** Which entry makes a host ours: its own, or the one of the domain above it. */
export function listedSite(contact: Contact, host: Host): Reason {
  if (contact.type !== "domain" || lowerAscii(contact.value) === host.host)
    return { code: "listed_site" };
  return { code: "listed_subdomain", values: { official: contact.value } };
}
