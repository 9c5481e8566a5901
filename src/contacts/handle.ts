import { lowerAscii } from "./ascii.ts";
import { linkedNetworks, nameInPath, networkLink } from "./networks.ts";

const inputLengthMax = 200;
const nameLengthMax = 100;

/**
 * An account on a network. Typed as `@name`, its network is unknown. `isPage` when a link isn't the account's own
 * address: then its name is its path, and whatever account it shows, others speak there (`x.com/anyone/status/1`).
 */
export type Handle = { kind: "handle"; network?: string; name: string; isPage?: true };

const networkAliases: Record<string, string> = { twitter: "x", bsky: "bluesky", fb: "facebook" };

/** The name that a network is listed under: lower case, one name for each. */
export function canonicalNetwork(network: string): string {
  const lower = lowerAscii(network.trim());
  return networkAliases[lower] ?? lower;
}

const titles: Record<string, string> = {
  whatsapp: "WhatsApp",
  linkedin: "LinkedIn",
  youtube: "YouTube",
  tiktok: "TikTok",
  github: "GitHub",
};

/** The network's name as people write it. */
export function networkTitle(network: string): string {
  return titles[network] ?? `${network.charAt(0).toUpperCase()}${network.slice(1)}`;
}

/** Handles are the same whatever their case; a subreddit and a user keep their `r/` and `u/`. */
export function canonicalHandle(network: string | undefined, name: string): string {
  const path = lowerAscii(name.trim()).replace(/^\/+|\/+$/g, "");
  const account = network === undefined ? undefined : nameInPath(network, path);
  const plain = (account ?? path).replace(/^@/, "");
  if (network === "reddit") return plain.replace(/^user\//, "u/");
  return network === "whatsapp" ? plain.replace(/[ +()-]/g, "") : plain;
}

/** Every network that an account can be written on, by each of its names. */
const networkNames: ReadonlySet<string> = new Set([
  ...linkedNetworks,
  ...Object.keys(networkAliases),
  "mastodon",
  "signal",
  "snapchat",
  "wechat",
  "viber",
  "twitch",
]);

/**
 * An account as people and our own list write it: `larkmoor on x`, `Telegram: larkmoor`, `r/larkmoor`. Undefined
 * unless its network is one that we know, because other words look the same.
 */
export function writtenAccount(text: string): { network: string; name: string } | undefined {
  if (text.length > inputLengthMax) return undefined;
  const [, name, after] = /^(\S{1,100}|[+\d][\d ().-]{5,30}) on (\S{1,50})$/i.exec(text) ?? [];
  if (name !== undefined && after !== undefined && isNetwork(after))
    return { network: after, name };
  const [, before, account] = /^(\S{1,50}?):? {1,3}@?(\S{2,100})$/.exec(text) ?? [];
  const isMarked = /^\S+: |@/.test(text);
  if (before !== undefined && account !== undefined && isMarked && isNetwork(before)) {
    return { network: before, name: account };
  }
  return /^\/?(?:r|u|user)\/[\w-]{2,30}$/i.test(text)
    ? { network: "reddit", name: text }
    : undefined;
}

function isNetwork(word: string): boolean {
  return networkNames.has(lowerAscii(word));
}

/** Reads an account as `writtenAccount` does, `@name`, and `name@server` of the fediverse written with its leading @; undefined when it is no handle. */
export function readHandle(text: string): Handle | undefined {
  if (text.length > inputLengthMax) return undefined;
  const written = writtenAccount(text.trim());
  if (written) {
    const network = canonicalNetwork(written.network);
    const plain = written.name.replace(/^@/, "");
    return { kind: "handle", network, name: canonicalHandle(network, plain) };
  }
  const [, name, server] =
    /^@([\p{L}\p{N}_.-]{1,100})(?:@([\p{L}\p{N}.-]{1,100}))?$/u.exec(text.trim()) ?? [];
  if (name === undefined) return undefined;
  if (server === undefined) return { kind: "handle", name: canonicalHandle(undefined, name) };
  const address = `${name}@${server}`;
  return { kind: "handle", network: "mastodon", name: canonicalHandle("mastodon", address) };
}

/**
 * The account that a link leads to on a network, `https://t.me/larkmoor`, or a page of others there; undefined for
 * a link elsewhere and for the network's own front page.
 */
export function handleOfLink(link: URL): Handle | undefined {
  const found = networkLink(link, lowerAscii);
  if (!found) return undefined;
  const { network, path, name } = found;
  if (name !== undefined) return { kind: "handle", network, name: canonicalHandle(network, name) };
  if (path === "" || path.length > nameLengthMax) return undefined;
  return { kind: "handle", network, name: path, isPage: true };
}
