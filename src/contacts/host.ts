import { domainToASCII, domainToUnicode } from "node:url";
import { parse } from "tldts";
import { hasHiddenCharacters, type Unreadable, unreadable } from "./unreadable.ts";

/** RFC 1035: a name of 253 characters at most, in labels of 63. */
const hostLengthMax = 253;
const labelLengthMax = 63;
/** Unicode that could still become a host of the permitted length. */
const writtenLengthMax = 1_000;

export type Host = {
  kind: "host";
  /** Lower case, IDNs as punycode, no trailing dot: what is looked up. */
  host: string;
  /** The same host as a person would read it. */
  unicode: string;
  /** The domain that somebody registered; null for an address or a bare suffix. */
  registrable: string | null;
  publicSuffix: string | null;
  /** Below a hosting firm's suffix (`pages.dev`) anybody can open a site. */
  isPrivateSuffix: boolean;
  isIp: boolean;
};

const plainHost = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/;
const withinNumber = /^(?:0x[0-9a-f]*|\d+)$/;
const partsOfLink = /[\s/\\?#@:%]/u;
/** The full stops that UTS 46 maps to a dot: East Asian keyboards type them. */
const otherDots = /[\u3002\uff0e\uff61]/g;

/**
 * Reads a host as a browser does (WHATWG URL) and then refuses what another program could read otherwise: invisible
 * characters, look-alike forms of plain letters, percent signs, numbers that browsers take for addresses.
 */
export function readHost(text: string): Host | Unreadable {
  if (text.length <= hostLengthMax && plainHost.test(text) && !text.includes("xn--")) {
    return named(text, text);
  }
  const written = text.trim();
  if (written.length > writtenLengthMax) return unreadable("host_too_long");
  if (written === "") return unreadable("host_empty");
  if (hasHiddenCharacters(written)) return unreadable("hidden_characters");
  if (/^\[[0-9a-f:.]+\]$/i.test(written)) return addressSix(written);
  if (partsOfLink.test(written)) return unreadable("not_a_host");
  const dotted = written.replace(otherDots, ".").replace(/\.$/, "");
  if (dotted.normalize("NFKC") !== dotted.normalize("NFC")) return unreadable("odd_letters");
  return internationalHost(dotted);
}

function internationalHost(dotted: string): Host | Unreadable {
  const host = domainToASCII(dotted);
  if (host === "" || !/^[a-z0-9._-]+$/.test(host)) return unreadable("not_a_host");
  if (/^\.|\.\.|\.$/.test(host)) return unreadable("not_a_host");
  const unicode = host.includes("xn--") ? domainToUnicode(host) : host;
  if (/(?:^|\.)xn--/.test(unicode) || domainToASCII(unicode) !== host) {
    return unreadable("odd_letters");
  }
  if (losesLetters(dotted, host)) return unreadable("odd_letters");
  return named(host, unicode);
}

/** A plain label that wasn't written plainly: the Kelvin sign is no `k` to every program. */
function losesLetters(written: string, host: string): boolean {
  const labels = host.split(".");
  return written
    .split(".")
    .some((label, i) => /[^\p{ASCII}]/u.test(label) && !labels[i]?.startsWith("xn--"));
}

function named(host: string, unicode: string): Host | Unreadable {
  if (host.length > hostLengthMax) return unreadable("host_too_long");
  let from = 0;
  for (let dot = host.indexOf("."); dot >= 0; dot = host.indexOf(".", from)) {
    if (dot - from > labelLengthMax) return unreadable("host_too_long");
    from = dot + 1;
  }
  if (host.length - from > labelLengthMax) return unreadable("host_too_long");
  const parsed = parse(host, { allowPrivateDomains: true, extractHostname: false });
  // A last label that is a number makes a browser read an IPv4 address, in octal or hexadecimal too.
  const isAddress = withinNumber.test(host.slice(from));
  if (isAddress && domainToASCII(host) !== host) return unreadable("two_readings");
  if (parsed.hostname !== host || parsed.isIp !== isAddress) return unreadable("two_readings");
  return {
    kind: "host",
    host,
    unicode,
    registrable: parsed.domain,
    publicSuffix: parsed.publicSuffix,
    isPrivateSuffix: parsed.isPrivate === true,
    isIp: isAddress,
  };
}

function addressSix(written: string): Host | Unreadable {
  const url = URL.parse(`http://${written}/`);
  if (!url || url.hostname !== written.toLowerCase()) return unreadable("two_readings");
  const host = url.hostname;
  return {
    kind: "host",
    host,
    unicode: host,
    registrable: null,
    publicSuffix: null,
    isPrivateSuffix: false,
    isIp: true,
  };
}
