import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "#fast-check";
import { isLoopbackAddress, isPublicAddress } from "./address-range.ts";

test("addresses that everybody reaches are public, and nothing else is", () => {
  for (const address of ["8.8.8.8", "172.32.0.1", "192.0.1.1", "2606:4700::1111", "2a00:1450::1"])
    assert.ok(isPublicAddress(address), address);
  for (const address of [
    ...["0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.9.9.9", "169.254.169.254"],
    ...[
      "172.16.0.1",
      "172.31.255.255",
      "192.168.1.1",
      "198.18.0.1",
      "224.0.0.1",
      "255.255.255.255",
    ],
    ...["::", "::1", "::ffff:10.0.0.1", "::ffff:8.8.8.8", "64:ff9b::a00:1", "fd00:ec2::254"],
    ...["fe80::1", "fe80::1%eth0", "ff02::1", "2002:0a00:0001::1", "2001::1", "2001:db8::1"],
    ...["", "localhost", "10.1", "0x7f000001", "8.8.8.8 "],
  ])
    assert.ok(!isPublicAddress(address), address);
});

test("no address is public and this machine's, however it is written", () => {
  const part = fc.integer({ min: 0, max: 255 });
  fc.assert(
    fc.property(fc.tuple(part, part, part), (rest) => {
      const address = ["127", ...rest].join(".");
      assert.ok(isLoopbackAddress(address) && !isPublicAddress(address));
      assert.ok(!isPublicAddress(`::ffff:${address}`));
    }),
  );
});
