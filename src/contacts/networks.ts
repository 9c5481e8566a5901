import { carriesOnly } from "./exact-link.ts";

/** One way in which a network documents the address of an account: hosts, and the whole path with the name captured. */
type AccountLink = { hosts: readonly string[]; path: RegExp };

type Network = {
  network: string;
  links: readonly AccountLink[];
  /** What the network's own share buttons put behind it, which leads nowhere else. */
  parameters?: readonly string[];
};

const name = "[\\p{L}\\p{N}_.-]{1,100}";

/** A path of one word is an account here and something else there: Medium's is a publication, YouTube's an old name. */
function link(hosts: string, path: string): AccountLink {
  return {
    hosts: hosts.split(" "),
    path: new RegExp(`^(?:${path.replaceAll("NAME", name)})$`, "u"),
  };
}

/** Paths are compared in lower case, without the slash before and one behind. */
const networks: readonly Network[] = [
  {
    network: "x",
    links: [link("x.com twitter.com mobile.twitter.com", "(NAME)")],
    parameters: ["s", "t", "lang"],
  },
  {
    network: "telegram",
    links: [link("t.me telegram.me telegram.dog", "(?:s/)?(NAME)|(\\+NAME)")],
    parameters: ["text"],
  },
  {
    network: "whatsapp",
    links: [
      link("wa.me", "\\+?(\\d{5,15})"),
      link("api.whatsapp.com", "send\\?phone=[ +]?(\\d{5,15})"),
      link("whatsapp.com", "(channel/NAME)"),
    ],
    parameters: ["text"],
  },
  {
    network: "instagram",
    links: [link("instagram.com instagr.am", "(NAME)")],
    parameters: ["igsh", "igshid", "hl"],
  },
  {
    network: "facebook",
    links: [
      link("facebook.com m.facebook.com fb.com", "(NAME|groups/NAME)"),
      link("m.me", "(NAME)"),
    ],
    parameters: ["mibextid", "locale"],
  },
  { network: "threads", links: [link("threads.net threads.com", "@(NAME)")] },
  {
    network: "linkedin",
    links: [link("linkedin.com", "company/(NAME)|((?:in|school|showcase)/NAME)")],
  },
  {
    network: "youtube",
    links: [link("youtube.com m.youtube.com", "@(NAME)|((?:c|user|channel)/NAME)")],
    parameters: ["si"],
  },
  { network: "tiktok", links: [link("tiktok.com", "@(NAME)")], parameters: ["lang", "_t", "_r"] },
  { network: "reddit", links: [link("reddit.com old.reddit.com", "((?:r|u|user)/NAME)")] },
  {
    network: "discord",
    links: [link("discord.gg", "(NAME)"), link("discord.com", "invite/(NAME)")],
  },
  { network: "github", links: [link("github.com", "(NAME)")] },
  { network: "bluesky", links: [link("bsky.app", "profile/(NAME|did:NAME:NAME)")] },
  { network: "medium", links: [link("medium.com", "@(NAME)")] },
];

/** The networks whose links we read. */
export const linkedNetworks: readonly string[] = networks.map(({ network }) => network);

const networkOfHost = new Map(
  networks.flatMap((entry) =>
    entry.links.flatMap(({ hosts }) => hosts.map((host) => [host, entry] as const)),
  ),
);

const linksOfNetwork = new Map(networks.map(({ network, links }) => [network, links] as const));

/** The name in a path that one of the network's account links has; undefined for any other path. */
export function nameInPath(network: string, path: string): string | undefined {
  return nameIn(linksOfNetwork.get(network) ?? [], path);
}

/** A link into a network; `name` only when the whole link is one that leads to that very account. */
export type NetworkLink = { network: string; path: string; name: string | undefined };

/** Reads a link by the network that its host belongs to. `lower` writes a path as names are compared. */
export function networkLink(url: URL, lower: (text: string) => string): NetworkLink | undefined {
  const host = url.hostname.replace(/^www\./, "");
  const entry = networkOfHost.get(host);
  if (!entry) return undefined;
  const whole = lower(decoded(url.pathname.slice(1).replace(/\/$/, "")));
  const links = entry.links.filter(({ hosts }) => hosts.includes(host));
  const { network, parameters = [] } = entry;
  const found = (written: string, allowed: readonly string[]) => ({
    network,
    path: whole.replace(/^\/+|\/+$/g, ""),
    name: carriesOnly(url, allowed) ? nameIn(links, written) : undefined,
  });
  if (host !== "api.whatsapp.com") return found(whole, parameters);
  const ofSend = ["phone", "text", "type", "app_absent"];
  return found(`${whole}?phone=${url.searchParams.get("phone") ?? ""}`, ofSend);
}

function nameIn(links: readonly AccountLink[], path: string): string | undefined {
  for (const link of links) {
    const found = link.path
      .exec(path)
      ?.slice(1)
      .find((group) => group !== undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A path with escapes that don't decode stays as it is written and so matches nothing. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
