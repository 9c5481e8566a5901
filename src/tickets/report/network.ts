import { createHmac, hkdfSync, type KeyObject } from "node:crypto";

/**
 * What stands for the network that a report came from, so that one network counts once: a keyed hash of the first three
 * parts of an address (IPv4 /24, IPv6 /48), which is about what one customer of a provider can choose from.
 */
export function networkHash(key: KeyObject, address: string): Buffer {
  const derived = hkdfSync("sha256", key, Buffer.alloc(0), "holdfast/tickets/network/1", 32);
  const wide = address.split(/[.:]/).slice(0, 3).join(".");
  return createHmac("sha256", Buffer.from(derived)).update(wide).digest();
}
