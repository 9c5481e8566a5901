import { type AppLink, appLink } from "./app-link.ts";
import { handleKey, keyOf } from "./canonical.ts";
import type { ReportedContact, Standing } from "./directory.ts";
import { type Handle, handleOfLink, networkTitle, readHandle } from "./handle.ts";
import { readHost } from "./host.ts";
import { type Evidence, type Judgement, settle } from "./judgement.ts";
import { type Link, readLink } from "./link.ts";
import { listedSite, nameBehindHost, otherDoor, oursByLink } from "./link-reasons.ts";
import {
  type BrandIndex,
  imitationOfEmail,
  imitationOfHost,
  imitationOfName,
} from "./lookalike.ts";
import { reportedHost, standingOfHost, standingOfKey } from "./lookup.ts";
import { imitationOfNumber } from "./neighbour.ts";
import { judgedUnreadable, unreadable } from "./unreadable.ts";
import { type Imitation, worstFirst } from "./verdict.ts";

/** A host typed alone, such as `larkmoor.example`: read as the site that a browser would open there. */
export function judgeHost(evidence: Evidence, text: string, now: Date): Judgement {
  const host = readHost(text);
  if (host.kind !== "host") return judgedUnreadable("host", text.trim(), host);
  const { open, brands } = evidence;
  const origin = standingOfKey(open, keyOf("origin", `https://${host.host}`), now);
  const standing = origin ?? standingOfHost(open, host.host, now);
  const reported = reportedHost(open, host.host);
  if (!standing && !reported && open.mailDomains.has(host.host)) {
    const mail = standingOfMailDomain(evidence, host.host, now);
    if (mail) return judgeMailDomain(host.unicode, mail);
  }
  return settle({
    kind: "host",
    readAs: host.unicode,
    standing,
    reported,
    ours: (contact) => ({ verdict: "ours", reasons: [listedSite(contact, host)] }),
    imitation: () => imitationOfHost(host, brands),
    otherwise: [{ code: "not_listed_site" }],
  });
}

/** A link, judged by its host alone: what stands in its path or query proves nothing. */
export function judgeLink(evidence: Evidence, text: string, now: Date): Judgement {
  const link = readLink(text);
  if (link.kind !== "link") return judgedUnreadable("link", text.trim(), link);
  const { open, brands } = evidence;
  const { host, url } = link;
  const origin = standingOfKey(open, keyOf("origin", url.origin.replace(/^http:/, "https:")), now);
  const site = standingOfHost(open, host.host, now);
  const hasName = link.reasons.some(({ code }) => code === "name_before_at");
  const standing = hasName ? undefined : (origin ?? (url.port === "" ? site : notCurrent(site)));
  if (!standing && !hasName && url.port === "") {
    const handle = handleOfLink(url);
    const account = handle && judgeAccount(evidence, handle, now);
    if (account) return handle.isPage ? { ...account, readAs: link.readAs } : account;
    const app = appLink(url);
    const page = app && judgeStorePage(evidence, app, now);
    if (page) return page;
  }
  const isOurHost = site?.is === "current";
  return settle({
    kind: "link",
    readAs: link.readAs,
    standing,
    reported: open.reported.get(keyOf("origin", url.origin)) ?? reportedHost(open, host.host),
    ours: (contact) => ({ verdict: "ours", reasons: oursByLink(contact, link) }),
    imitation: () => (isOurHost ? undefined : imitationOfLink(link, brands)),
    reasons: link.reasons,
    otherwise: isOurHost
      ? otherDoor(url)
      : [{ code: "not_listed_site" }, ...nameBehindHost(evidence, link)],
  });
}

/** A handle typed as `@name`. Without its network it is never proof: elsewhere the name is free to take. */
export function judgeHandle(evidence: Evidence, text: string, now: Date): Judgement {
  const handle = readHandle(text);
  if (!handle) return judgedUnreadable("handle", text.trim(), unreadable("handle_unreadable"));
  if (handle.network !== undefined) return judgeAccount(evidence, handle, now);
  const mail = standingOfMailDomain(evidence, handle.name, now);
  if (mail) return judgeMailDomain(`@${handle.name}`, mail);
  const networks = networksOf(evidence, handle.name, now);
  const network = networks[0] ?? listedNetwork(evidence, handle.name);
  const values = { networks: titlesOf(networks) };
  return settle({
    kind: "handle",
    readAs: `@${handle.name}`,
    standing:
      network === undefined
        ? undefined
        : standingOfKey(evidence.open, handleKey(network, handle.name), now),
    reported: reportedHandle(evidence, handle.name),
    ours: () => ({
      verdict: "ours_never_proof",
      reasons: [{ code: "listed_handle_on", values }],
    }),
    imitation: () => imitationOfName(handle.name, evidence.brands),
    otherwise: [{ code: "not_listed_handle" }],
  });
}

/** An account on a known network, as its link names it. */
function judgeAccount(evidence: Evidence, handle: Handle, now: Date): Judgement {
  const { open } = evidence;
  const network = handle.network ?? "";
  const key = handleKey(network, handle.name);
  const values = { network: networkTitle(network) };
  const standing = standingOfKey(open, key, now);
  const shown = handle.isPage ? accountsShown(handle.name) : [];
  const account = shown.find((name) => open.entries.has(handleKey(network, name)));
  const reported = shown.map((name) => open.reported.get(handleKey(network, name))).find(Boolean);
  return settle({
    kind: "handle",
    readAs: `${networkTitle(network)}: ${handle.name}`,
    standing: handle.isPage ? notCurrent(standing) : standing,
    reported: open.reported.get(key) ?? reported,
    ours: () => ({ verdict: "ours", reasons: [{ code: "listed_handle", values }] }),
    imitation: () => (account ? undefined : imitationOfAccount(evidence, handle, now)),
    otherwise: [
      account
        ? { code: "handle_link_deeper", values: { ...values, account } }
        : { code: "not_listed_handle" },
    ],
  });
}

/** The accounts that a page's path can show: `larkmoor` in `larkmoor/status/1`, `r/larkmoor` in `r/larkmoor/new`. */
function accountsShown(path: string): string[] {
  const words = path.split("/");
  return words.flatMap((word, place) => [word, `${words[place - 1] ?? ""}/${word}`]);
}

function imitationOfAccount(evidence: Evidence, handle: Handle, now: Date): Imitation | undefined {
  const { open, brands } = evidence;
  const elsewhere = networksOf(evidence, handle.name, now);
  const [official] = elsewhere;
  if (official !== undefined) {
    const values = { networks: titlesOf(elsewhere) };
    const reasons = [{ code: "handle_other_network", values }];
    return { imitates: `${networkTitle(official)}: ${handle.name}`, reasons };
  }
  if (handle.network !== "whatsapp") return imitationOfName(handle.name, brands);
  const number = `+${handle.name}`;
  return open.entries.has(keyOf("phone", number))
    ? { imitates: number, reasons: [{ code: "number_not_on_whatsapp" }] }
    : imitationOfNumber(number, open.numbers);
}

/** Where an app's id was read: a store shows its own app under it, while a file from elsewhere can carry any id. */
export type AppSource = "store" | "typed";

/** What every app's id begins with says nothing. */
const storePrefix = /^(?:com|org|net|io|app)\./i;

/** An app by its id in a store. */
export function judgeApp(evidence: Evidence, id: string, source: AppSource, now: Date): Judgement {
  const key = keyOf("app", id);
  return settle({
    kind: "app",
    readAs: id,
    standing: standingOfKey(evidence.open, key, now),
    reported: evidence.open.reported.get(key),
    ours: () =>
      source === "store"
        ? { verdict: "ours", reasons: [{ code: "listed_app" }] }
        : { verdict: "ours_never_proof", reasons: [{ code: "listed_app_id" }] },
    imitation: () => imitationOfName(id.replace(storePrefix, ""), evidence.brands),
    otherwise: [{ code: "not_listed_app" }],
  });
}

/** A store's page: ours only under the very address that the store documents, and a warning under any. */
function judgeStorePage(evidence: Evidence, { ids, isExact }: AppLink, now: Date) {
  const judged = ids.map((id) => judgeApp(evidence, id, "store", now));
  const may = judged.filter(({ verdict }) => isExact || !verdict.startsWith("ours"));
  return worstFirst.flatMap((verdict) => may.filter((found) => found.verdict === verdict))[0];
}

function titlesOf(networks: readonly string[]): string {
  return networks.map(networkTitle).join(", ");
}

function networksOf(evidence: Evidence, name: string, now: Date): string[] {
  return evidence.open.networks.filter(
    (network) => standingOfKey(evidence.open, handleKey(network, name), now)?.is === "current",
  );
}

/** A network where the name is, was or will be ours. */
function listedNetwork({ open }: Evidence, name: string): string | undefined {
  return open.networks.find((network) => open.entries.has(handleKey(network, name)));
}

/** A name typed without its @, where the directory has it as an account. */
export function isListedAccount(evidence: Evidence, name: string): boolean {
  const listed = listedNetwork(evidence, name.replace(/^@/, ""));
  return listed !== undefined || reportedHandle(evidence, name) !== undefined;
}

function reportedHandle(evidence: Evidence, name: string): ReportedContact | undefined {
  const { networks, reported } = evidence.open;
  const network = networks.find((network) => reported.has(handleKey(network, name)));
  return network === undefined ? undefined : reported.get(handleKey(network, name));
}

/** What stands before an `@` is only there to be seen, as in an address. */
function imitationOfLink({ url, host }: Link, brands: BrandIndex): Imitation | undefined {
  if (url.username === "") return imitationOfHost(host, brands);
  const imitation = imitationOfEmail(url.username, host, brands);
  // `name_before_at` says it of a link; this reason speaks of a mail address.
  const reasons = imitation?.reasons.filter(({ code }) => code !== "our_name_before_at");
  return imitation && reasons && { ...imitation, reasons };
}

/** Only the plain door of our site is ours; what was ours once stays so at every door. */
function notCurrent(site: Standing | undefined): Standing | undefined {
  return site?.is === "current" ? undefined : site;
}

function standingOfMailDomain(evidence: Evidence, host: string, now: Date): Standing | undefined {
  return host.includes(".")
    ? standingOfKey(evidence.open, keyOf("email_domain", host), now)
    : undefined;
}

/** The ending of our mail addresses, typed alone: no website, and no proof in a From line. */
function judgeMailDomain(readAs: string, standing: Standing): Judgement {
  return settle({
    kind: "email",
    readAs,
    standing,
    reported: undefined,
    ours: () => ({ verdict: "ours_never_proof", reasons: [{ code: "listed_email_domain" }] }),
    imitation: () => undefined,
    otherwise: [],
  });
}
