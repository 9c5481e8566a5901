import { lowerAscii } from "./ascii.ts";

const inputLengthMax = 200;
const nameLengthMax = 100;

/**
 * An account on a network. Typed as `@name`, its network is unknown. A link to something below an account keeps its
 * whole path as its name: on some networks the path's first word doesn't decide who speaks (`x.com/anyone/status/1`).
 */
export type Handle = { kind: "handle"; network?: string; name: string };

type Network = { network: string; hosts: readonly string[]; account: RegExp };

/** How each network writes an account in a link: its hosts, and the whole path with the name captured. */
const networks: readonly Network[] = [
  { network: "x", hosts: ["x.com", "twitter.com", "mobile.twitter.com"], account: /^([^/]+)$/ },
  {
    network: "telegram",
    hosts: ["t.me", "telegram.me", "telegram.dog"],
    account: /^(?:s\/)?([^/]+)$/,
  },
  {
    network: "whatsapp",
    hosts: ["wa.me", "api.whatsapp.com", "whatsapp.com"],
    account: /^(\+?\d+)$/,
  },
  { network: "instagram", hosts: ["instagram.com", "instagr.am"], account: /^([^/]+)$/ },
  {
    network: "facebook",
    hosts: ["facebook.com", "m.facebook.com", "fb.com", "fb.me", "m.me"],
    account: /^([^/]+)$/,
  },
  { network: "threads", hosts: ["threads.net", "threads.com"], account: /^@([^/]+)$/ },
  { network: "linkedin", hosts: ["linkedin.com"], account: /^company\/([^/]+)$/ },
  { network: "youtube", hosts: ["youtube.com", "m.youtube.com"], account: /^@([^/]+)$/ },
  { network: "tiktok", hosts: ["tiktok.com"], account: /^@([^/]+)$/ },
  {
    network: "reddit",
    hosts: ["reddit.com", "old.reddit.com"],
    account: /^((?:r|u|user)\/[^/]+)$/,
  },
  { network: "discord", hosts: ["discord.gg", "discord.com"], account: /^(?:invite\/)?([^/]+)$/ },
  { network: "github", hosts: ["github.com"], account: /^([^/]+)$/ },
  { network: "bluesky", hosts: ["bsky.app"], account: /^profile\/([^/]+)$/ },
  { network: "medium", hosts: ["medium.com"], account: /^@([^/]+)$/ },
];

const networkOfHost = new Map(
  networks.flatMap((entry) => entry.hosts.map((host) => [host, entry] as const)),
);

const accountOfNetwork = new Map(networks.map((entry) => [entry.network, entry.account] as const));

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
  const account = network === undefined ? undefined : accountOfNetwork.get(network);
  const plain = (account?.exec(path)?.[1] ?? path).replace(/^@/, "");
  if (network === "reddit") return plain.replace(/^user\//, "u/");
  return network === "whatsapp" ? plain.replace(/[ +()-]/g, "") : plain;
}

/** Every network that an account can be written on, by each of its names. */
const networkNames: ReadonlySet<string> = new Set([
  ...networks.map(({ network }) => network),
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
 * The account that a link leads to on a network, `https://t.me/larkmoor`; undefined for a link elsewhere and for
 * the network's own pages.
 */
export function handleOfLink(link: URL): Handle | undefined {
  const entry = networkOfHost.get(link.hostname.replace(/^www\./, ""));
  if (!entry) return undefined;
  const phone = entry.network === "whatsapp" ? link.searchParams.get("phone") : null;
  const name = phone ?? decoded(link.pathname.replace(/^\/+|\/+$/g, ""));
  if (name === "" || name.length > nameLengthMax) return undefined;
  return { kind: "handle", network: entry.network, name: canonicalHandle(entry.network, name) };
}

/** A name with escapes that don't decode stays as it is written and so matches nothing. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
