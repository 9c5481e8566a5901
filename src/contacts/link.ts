import { parse } from "tldts";
import { type Host, readHost } from "./host.ts";
import { hasHiddenCharacters, type Unreadable, unreadable } from "./unreadable.ts";
import type { Reason } from "./verdict.ts";

const linkLengthMax = 8_192;
const shownLengthMax = 300;

export type Link = {
  kind: "link";
  url: URL;
  host: Host;
  /** The link as a browser reads it, without a name before `@`, cut where it is long. */
  readAs: string;
  /** How it was read, said beside any verdict. */
  reasons: Reason[];
};

/** A link that opens a mail or a call: its address is checked for itself. */
export type AddressLink = {
  kind: "address";
  scheme: "mailto" | "tel" | "sms";
  address: string;
  reasons: Reason[];
};

const opening = { mailto: "link_mailto", tel: "link_tel", sms: "link_sms" } as const;

/** Services that hide where a link leads. */
const shorteners: ReadonlySet<string> = new Set(
  "bit.ly tinyurl.com t.co goo.gl ow.ly is.gd v.gd buff.ly rebrand.ly cutt.ly shorturl.at rb.gy t.ly lnkd.in tiny.cc s.id bl.ink short.io adf.ly soo.gd qrco.de linktr.ee shrtco.de clck.ru u.to x.gd urlz.fr tny.im kutt.it dub.sh amzn.to fb.me wp.me trib.al dlvr.it".split(
    " ",
  ),
);

const scheme = /^([a-z][a-z0-9+-]{0,30}):(?!\d{1,5}(?:[/?#]|$))/i;
/** From the scheme's slashes up to the path: where the host stands. */
const authority = /^[a-z]+:[/\\]*([^/?#]*)/i;

/**
 * Reads a link as a browser does (WHATWG URL), and compares the host with what tldts reads from the very same text. Where
 * the two differ, or another program could read another host, it is unreadable: nobody should follow it.
 */
export function readLink(text: string): Link | AddressLink | Unreadable {
  if (text.length > linkLengthMax) return unreadable("link_too_long");
  const written = text.trim();
  if (written === "") return unreadable("host_empty");
  if (hasHiddenCharacters(written)) return unreadable("hidden_characters");
  const named = scheme.exec(written)?.[1]?.toLowerCase();
  const other = named === undefined ? undefined : otherScheme(named, written);
  if (other) return other;
  return webLink(named === undefined ? `https://${written.replace(/^\/\//, "")}` : written);
}

function otherScheme(name: string, written: string): AddressLink | Unreadable | undefined {
  if (name === "http" || name === "https") return undefined;
  if (name === "javascript" || name === "data" || name === "vbscript") {
    return unreadable("link_runs_code");
  }
  if (name !== "mailto" && name !== "tel" && name !== "sms") {
    return unreadable("link_not_web", { scheme: name });
  }
  const address = written.slice(name.length + 1).split("?", 1)[0] ?? "";
  return { kind: "address", scheme: name, address, reasons: [{ code: opening[name] }] };
}

function webLink(written: string): Link | Unreadable {
  const url = URL.parse(written);
  if (!url) return unreadable("not_a_link");
  const before = authority.exec(written)?.[1] ?? "";
  if (before.includes("\\")) return unreadable("two_readings");
  const other = parse(written, { allowPrivateDomains: true }).hostname;
  if (other === null) return unreadable("two_readings");
  const host = readHost(other.includes(":") ? `[${other}]` : other);
  if (host.kind !== "host") return host;
  if (url.hostname !== host.host && url.hostname !== `${host.host}.`) {
    return unreadable("two_readings");
  }
  const reasons: Reason[] = [];
  if (url.username !== "" || url.password !== "" || before.includes("@")) {
    reasons.push({ code: "name_before_at", values: { host: host.unicode } });
  }
  if (shorteners.has(host.host.replace(/^www\./, ""))) {
    reasons.push({ code: "link_shortener", values: { host: host.host } });
  }
  // The trailing dot is the same site to DNS, but another origin to a browser: one form is looked up.
  url.hostname = host.host;
  return { kind: "link", url, host, readAs: shown(url), reasons };
}

function shown(url: URL): string {
  const path = url.pathname === "/" ? "" : url.pathname;
  const text = `${url.protocol}//${url.host}${path}${url.search}${url.hash}`;
  return text.length <= shownLengthMax ? text : `${text.slice(0, shownLengthMax)}…`;
}
