import { BlockList, isIPv4, isIPv6 } from "node:net";

type Family = "ipv4" | "ipv6";

/** What isn't reachable for everybody, by the registries of IANA: RFC 6890, with what was added since. */
const special: readonly [string, number, Family][] = [
  ["0.0.0.0", 8, "ipv4"],
  ["10.0.0.0", 8, "ipv4"],
  ["100.64.0.0", 10, "ipv4"],
  ["127.0.0.0", 8, "ipv4"],
  ["169.254.0.0", 16, "ipv4"], // the metadata of cloud machines too
  ["172.16.0.0", 12, "ipv4"],
  ["192.0.0.0", 24, "ipv4"],
  ["192.0.2.0", 24, "ipv4"],
  ["192.88.99.0", 24, "ipv4"],
  ["192.168.0.0", 16, "ipv4"],
  ["198.18.0.0", 15, "ipv4"],
  ["198.51.100.0", 24, "ipv4"],
  ["203.0.113.0", 24, "ipv4"],
  ["224.0.0.0", 3, "ipv4"],
  ["2001::", 23, "ipv6"], // Teredo too, which holds an IPv4 address
  ["2001:db8::", 32, "ipv6"],
  ["2002::", 16, "ipv6"], // 6to4, which holds one too
  ["3fff::", 20, "ipv6"],
];

/** The global unicast addresses: everything else of IPv6 is local, translated or reserved. */
const globalIpv6 = listOf([["2000::", 3, "ipv6"]]);
const specialAddresses = listOf(special);
const loopback = listOf([
  ["127.0.0.0", 8, "ipv4"],
  ["::1", 128, "ipv6"],
]);

/** Whether an address is one that everybody on the internet reaches: no private, local, shared or reserved one. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !specialAddresses.check(address, "ipv4");
  if (!isIPv6(address) || address.includes("%")) return false;
  return globalIpv6.check(address, "ipv6") && !specialAddresses.check(address, "ipv6");
}

export function isLoopbackAddress(address: string): boolean {
  if (isIPv4(address)) return loopback.check(address, "ipv4");
  return isIPv6(address) && !address.includes("%") && loopback.check(address, "ipv6");
}

function listOf(subnets: readonly [string, number, Family][]): BlockList {
  const list = new BlockList();
  for (const [address, bits, family] of subnets) list.addSubnet(address, bits, family);
  return list;
}
