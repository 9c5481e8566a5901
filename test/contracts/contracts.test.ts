import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { openTestSite, type TestSite } from "#test";
import { holdTo, parseContract } from "./contract.ts";

let site: TestSite;
before(async () => {
  site = await openTestSite();
});
after(() => site[Symbol.asyncDispose]());

const folder = fileURLToPath(new URL(".", import.meta.url));

for (const file of globSync(`${folder}*.txt`)) {
  for (const exchange of parseContract(readFileSync(file, "utf8"))) {
    test(`${basename(file)}: ${exchange.name}`, async () => {
      const { method, path, headers, body } = exchange;
      const request = new Request(`http://localhost:8080${path}`, {
        method,
        headers,
        body: body ?? null,
      });
      const environment = { incoming: { socket: { remoteAddress: "192.0.2.10" } } };
      await holdTo(exchange, await site.app.fetch(request, environment));
    });
  }
}
