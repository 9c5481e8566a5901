import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { test } from "node:test";
import { promisify } from "node:util";
import { createChecker, type Directory } from "#contacts";
import { missing, program } from "./parts.ts";

const dnstwist = program("dnstwist");
const skip = missing({ dnstwist });
const now = new Date("2026-11-20T12:00:00Z");
const seenMin = 0.95;

/** Real firms' own domains, so that an independent generator's variants of them can be tried. */
const firms = {
  "kraken.com": ["kraken"],
  "coinbase.com": ["coinbase"],
  "binance.com": ["binance"],
  "ledger.com": ["ledger"],
  "metamask.io": ["metamask"],
  "larkmoor.com": ["larkmoor"],
};

for (const [domain, brands] of Object.entries(firms)) {
  test(`of dnstwist's variants of ${domain}, none is ours and 95% are seen through`, {
    skip,
  }, async () => {
    const { stdout } = await promisify(execFile)(dnstwist ?? "", ["-f", "list", domain], {
      maxBuffer: 10_000_000,
    });
    const variants = stdout.split("\n").filter((line) => line !== "" && line !== domain);
    assert.ok(variants.length > 500, `dnstwist made only ${variants.length} variants`);
    const directory: Directory = {
      firm: domain,
      brands,
      contacts: [{ type: "domain", value: domain }],
    };
    const checker = createChecker(directory);
    const verdicts = variants.map((variant) => checker.check(variant, now).verdict);
    assert.equal(verdicts.indexOf("ours"), -1);
    const seen = verdicts.filter((verdict) => verdict === "imitates_us").length / variants.length;
    assert.ok(seen >= seenMin, `${(100 * seen).toFixed(1)}% of ${variants.length}`);
  });
}
