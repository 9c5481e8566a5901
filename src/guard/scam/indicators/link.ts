import type { Indicator, Sighting } from "./indicator.ts";
import { isTopLevel } from "./top-level.ts";

/**
 * What may hold a link: no blank, no quotation mark, and no letter of a language that glues its words to a link ("打开t.me/x").
 * Such letters are part of a link only right behind its "//".
 */
const chunks =
  /(?:h(?:tt|xx|\*\*)ps?:\/\/[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}]{1,63}(?=\.))?[^\s<>"'`|,;\u2018-\u201f\u00ab\u00bb\u3000-\u303f\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}]+/giu;
const chunkMax = 2_048;
const edges = new Set("([{*:!?.)]}");
/** A name or a path may end with these: only where one stands in front too, they stress it. */
const stresses = new Set("_~");
/** A word before a link, glued to it by a colon: "telegram:@x", "адрес:x.com". */
const label = /^(?!https?:|hxx|h\*\*)\p{L}[\p{L}-]{1,19}[:=](?!\/\/)/iu;
const host =
  /^(?=.{4,253}$)(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+([\p{L}\p{N}-]{2,24})$/u;
const address = /^[\w.+%-]{1,64}@([^@]+)$/;
/** A network's own page in the place of a name: whose it is stands behind it. */
const page =
  /^(?:profile\.php|groups|pages|people|share|sharer|sharer\.php|watch|events|reel|reels|stories|story\.php|explore|p|tv|message|qr|joinchat|s|c|ti|r|i|intent|hashtag|search|status|addstickers)$/i;
/** An invitation's code: another one in other letters. */
const invitation = /^discord\.gg\/|^(?:t|telegram)\.me\/\+/;
const networks =
  /^(?:www\.)?(t\.me|telegram\.me|wa\.me|instagram\.com|facebook\.com|x\.com|twitter\.com|discord\.gg|tiktok\.com|line\.me|vk\.com)\/([@+\w.-]{2,64})/i;

/** Links, domains, mail addresses and handles, also where they are written so that nothing links them ("hxxps", "[.]"). */
export function findLinks(text: string): Sighting[] {
  const found: Sighting[] = [];
  for (const { 0: chunk, index } of text.matchAll(chunks)) {
    if (!/[.@\]:]/.test(chunk)) continue;
    const bounded = chunk.slice(0, chunkMax);
    let [from, to] = [0, bounded.length];
    const isEdge = (letter: string) => edges.has(letter) || stresses.has(letter);
    while (from < to && isEdge(bounded.charAt(from))) from++;
    const ends = edges.union(new Set(bounded.slice(0, from)));
    while (from < to && ends.has(bounded.charAt(to - 1))) to--;
    from += label.exec(bounded.slice(from, to))?.[0].length ?? 0;
    const sighting = sightingIn(rearmed(bounded.slice(from, to)));
    if (sighting) found.push({ ...sighting, start: index + from, end: index + to });
  }
  return found;
}

/** Takes back what people do to a link so that nobody opens it. */
function rearmed(chunk: string): string {
  return chunk
    .replace(/[[({](?:\.|dot)[\])}]/gi, ".")
    .replace(/[[({](?:@|at)[\])}]/gi, "@")
    .replace(/[[({]:[\])}]/g, ":")
    .replace(/^h(?:xx|tt|\*\*)p(s?):\/\//i, "http$1://");
}

function sightingIn(chunk: string): Pick<Sighting, "name" | "indicators"> | undefined {
  if (/^https?:\/\//i.test(chunk)) return webLink(chunk);
  if (/^@[a-z][\w.]{2,31}$/i.test(chunk)) {
    return { name: "<handle>", indicators: [{ type: "handle", value: chunk.toLowerCase() }] };
  }
  const domain = address.exec(chunk)?.[1];
  if (domain !== undefined) {
    if (!isHost(domain)) return undefined;
    return { name: "<mail>", indicators: [{ type: "email", value: chunk.toLowerCase() }] };
  }
  const bare = chunk.split(/[/?#]/, 1)[0]?.replace(/:\d{1,5}$/, "") ?? "";
  return isHost(bare) ? webLink(`http://${chunk}`, chunk) : undefined;
}

/** A link and its domain; one into a social network is somebody's handle there. */
function webLink(link: string, written = link): Pick<Sighting, "name" | "indicators"> | undefined {
  const [, network, name] = networks.exec(link.replace(/^https?:\/\//i, "")) ?? [];
  if (network !== undefined && name !== undefined && !page.test(name)) {
    const account = `${network.toLowerCase()}/${name}`;
    const value = invitation.test(account) ? account : account.toLowerCase();
    return { name: "<handle>", indicators: [{ type: "handle", value }] };
  }
  const url = URL.parse(link);
  if (!url || !/[.:]/.test(url.hostname)) return undefined;
  const indicators: Indicator[] = [{ type: "domain", value: url.hostname.replace(/^www\./, "") }];
  if (/^https?:/i.test(written) || url.pathname !== "/" || url.search !== "") {
    indicators.push({ type: "url", value: /^https?:/i.test(written) ? url.href : written });
  }
  return { name: "<link>", indicators };
}

function isHost(text: string): boolean {
  const last = host.exec(text)?.[1];
  return last !== undefined && isTopLevel(last.toLowerCase());
}
