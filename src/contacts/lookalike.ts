import type { Brand, BrandIndex } from "./brand.ts";
import type { Host } from "./host.ts";
import { isLure } from "./lures.ts";
import { isJoined, type Label, type Match, matchLabel, readLabel } from "./match.ts";
import { skeletonOf } from "./skeleton.ts";
import type { Imitation, Reason } from "./verdict.ts";

export { type BrandIndex, compileBrands } from "./brand.ts";

/** A display name longer than this is read up to here. */
const nameLengthMax = 200;

/** Hosting firms that are no public suffix, where anybody can open a page in their own name. */
const sharedHosts: ReadonlySet<string> = new Set(
  "daftpage.com tumblr.com wordpress.com home.blog weebly.com wixsite.com blogspot.com medium.com substack.com carrd.co mystrikingly.com godaddysites.com zendesk.com freshdesk.com typeform.com jimdosite.com webnode.page ucoz.net epizy.com square.site bitballoon.com sites.google.com".split(
    " ",
  ),
);

/** Endings that name an act or cost next to nothing: fakes live there far more often than firms. */
const luringEndings: ReadonlySet<string> = new Set(
  "live online support network finance exchange digital top vip club click link shop site website space store fund money cash claims wallet center help services icu cfd sbs cyou cc tk ml ga cf gq".split(
    " ",
  ),
);

/**
 * What a host imitates, if anything. Ask only about hosts that aren't the firm's: this function knows likeness, not
 * ownership. A few microseconds; the host's own limits bound the work.
 */
export function imitationOfHost(host: Host, index: BrandIndex): Imitation | undefined {
  if (host.isIp) return undefined;
  const suffix = host.registrable === null ? "" : (host.publicSuffix ?? "");
  const isForeign = host.unicode !== host.host;
  const skeleton = isForeign ? skeletonOf(host.unicode) : host.host;
  const named = suffix === "" ? skeleton : skeleton.slice(0, -suffixLength(skeleton, suffix));
  const parts = named.split(".");
  const isLured =
    host.isPrivateSuffix ||
    luringEndings.has(suffix) ||
    parts[0] === "cpanel" ||
    sharedHosts.has(host.registrable ?? "");
  const core = readLabel(parts.pop() ?? "", isForeign, isLured);
  const labels = [...parts.map((part) => readLabel(part, isForeign, core.isLuring)), core];
  const joinable = suffix.includes(".") ? labels : [...labels, { text: suffix }];
  for (const brand of index.brands) {
    for (let i = labels.length - 1; i >= 0; i -= 1) {
      const match = matchLabel(labels[i] as Label, brand);
      if (!match) continue;
      return found(brand, hostReasons(host, index, brand, match, i === labels.length - 1));
    }
    if (isJoined(joinable, brand)) {
      return found(brand, [reason("our_name_cut_apart", brand, host.unicode)]);
    }
  }
  return undefined;
}

/** Words that make no person's name of the word beside them. */
const lifeless: ReadonlySet<string> = new Set(["the", "and", "of", "for"]);

/**
 * What a display name, a handle or a text message's sender imitates, if anything. Written with spaces, an everyday word
 * may be somebody's own name (`Chase Miller`); a sender or a handle that carries it as a word of its own is no such name.
 */
export function imitationOfName(text: string, index: BrandIndex): Imitation | undefined {
  return imitationOfWords(text, index, /\S\s+\S/.test(text.slice(0, nameLengthMax)));
}

function imitationOfWords(
  text: string,
  index: BrandIndex,
  isPersonal: boolean,
): Imitation | undefined {
  const written = text.slice(0, nameLengthMax);
  const skeleton = skeletonOf(written);
  const isForeign = skeleton !== written.toLowerCase();
  const words = skeleton.split(/[^a-z0-9]+/).filter((word) => word !== "");
  const label = readLabel(words.join("-"), isForeign, false);
  for (const brand of index.brands) {
    const match = matchLabel(label, brand);
    if (!match) continue;
    const lure = words.find((word) => isLure(word) && word !== brand.key) ?? "";
    const isPlain = match.code === "carries_our_name" && !isForeign && lure === "";
    const hasOther = words.some((word) => word !== brand.key && !lifeless.has(word));
    const isSomebodysName = isPersonal && isPlain && brand.isOrdinary && hasOther;
    if (isSomebodysName) continue;
    return found(brand, nameReasons(brand, match, isForeign, match.word || lure));
  }
  return undefined;
}

/** What a mail address imitates: its host first, then the name before the `@`. */
export function imitationOfEmail(
  local: string,
  host: Host,
  index: BrandIndex,
): Imitation | undefined {
  const site = imitationOfHost(host, index);
  if (site) return site;
  const name = imitationOfWords(local, index, true);
  if (!name) return undefined;
  const before = {
    code: "our_name_before_at",
    values: { host: host.unicode, ours: name.imitates },
  };
  return { imitates: name.imitates, reasons: [before, ...name.reasons] };
}

function found(brand: Brand, reasons: Reason[]): Imitation {
  return { imitates: brand.ours, reasons };
}

function hostReasons(
  host: Host,
  index: BrandIndex,
  brand: Brand,
  match: Match,
  isRegistered: boolean,
): Reason[] {
  const shown = host.unicode;
  const isOurs = match.code === "carries_our_name" || match.code === "our_name_with_lure_word";
  const reasons: Reason[] = [];
  const isForeign = host.unicode !== host.host && !host.host.includes(brand.key);
  if (isForeign && isOurs) reasons.push(reason("looks_like_ours", brand, shown));
  else reasons.push(reason(match.code, brand, shown, match.word));
  const ours = index.domains.find((domain) => holdsDomain(host.host, domain));
  if (ours !== undefined) {
    reasons.push({ code: "our_domain_inside_theirs", values: { host: shown, ours } });
  } else if (host.isPrivateSuffix || sharedHosts.has(host.registrable ?? "")) {
    const platform = host.isPrivateSuffix ? host.publicSuffix : host.registrable;
    reasons.push(reason("our_name_on_shared_hosting", brand, platform ?? shown));
  } else if (!isRegistered) {
    reasons.push(reason("our_name_in_subdomain", brand, host.registrable ?? shown));
  } else if (host.registrable === `${brand.key}.${host.publicSuffix}`) {
    reasons.push(reason("other_ending", brand, shown));
  }
  return reasons;
}

function nameReasons(brand: Brand, match: Match, isForeign: boolean, lure: string): Reason[] {
  const isOurs = match.code === "carries_our_name" || match.code === "our_name_with_lure_word";
  const code = isForeign && isOurs ? "looks_like_ours" : match.code;
  const reasons = [reason(code, brand, "", lure)];
  if (lure !== "" && code !== "our_name_with_lure_word") {
    reasons.push(reason("our_name_with_lure_word", brand, "", lure));
  }
  return reasons;
}

function reason(code: string, brand: Brand, host = "", word = ""): Reason {
  return { code, values: { brand: brand.name, ours: brand.ours, host, word } };
}

function holdsDomain(host: string, domain: string): boolean {
  const at = host.indexOf(domain);
  if (at < 0 || (at > 0 && host[at - 1] !== ".")) return false;
  const next = host[at + domain.length];
  return next === "." || next === "-";
}

/** The suffix's length in the skeleton, with its dot: a foreign suffix may have changed its length there. */
function suffixLength(skeleton: string, suffix: string): number {
  const dots = suffix.split(".").length;
  let at = skeleton.length;
  for (let i = 0; i < dots; i += 1) at = skeleton.lastIndexOf(".", at - 1);
  return at < 0 ? 0 : skeleton.length - at;
}
