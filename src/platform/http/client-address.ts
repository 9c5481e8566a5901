import { isIPv6 } from "node:net";

/** The part of a request that tells who asks. */
export type Asking = {
  env: { incoming?: { socket: { remoteAddress?: string | undefined } } } | undefined;
  req: { header(name: string): string | undefined };
};

/**
 * Who is asking, for rate limits: the peer's address, or behind trusted proxies the entry of X-Forwarded-For that
 * the outermost of them wrote. Entries further left are the client's own words and are ignored.
 * An IPv6 address is cut to its /64, which is what one household has.
 */
export function clientAddress(asking: Asking, trustedProxies: number): string {
  const peer = asking.env?.incoming?.socket.remoteAddress ?? "unknown";
  const forwarded = asking.req.header("x-forwarded-for")?.split(",") ?? [];
  const written = trustedProxies > 0 ? forwarded.at(-trustedProxies)?.trim() : undefined;
  return networkOf(written || peer);
}

export function isLoopback(asking: Asking): boolean {
  const peer = asking.env?.incoming?.socket.remoteAddress ?? "";
  return /^(127\.|::1$|::ffff:127\.)/.test(peer) && !asking.req.header("x-forwarded-for");
}

function networkOf(address: string): string {
  if (address.startsWith("::ffff:")) return address.slice(7);
  if (!isIPv6(address)) return address.slice(0, 64);
  const [head = "", tail = ""] = address.split("::");
  const groups = head.split(":").filter(Boolean);
  const last = tail.split(":").filter(Boolean);
  const zeros = address.includes("::") ? 8 - groups.length - last.length : 0;
  const whole = [...groups, ...Array<string>(Math.max(zeros, 0)).fill("0"), ...last];
  return `${whole.slice(0, 4).join(":")}::/64`;
}
