import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { newId, system } from "#platform";
import { noted, openSealedSite, openTestSite, type SealedSite, type TestSite } from "#test";
import { holdTo, parseContract } from "./contract.ts";

let site: TestSite;
let sealed: SealedSite;
before(async () => {
  site = await openTestSite();
  sealed = await openSealedSite();
  await fillLog();
});
after(async () => {
  await site[Symbol.asyncDispose]();
  await sealed[Symbol.asyncDispose]();
});

const entriesCount = 300;

async function fillLog(): Promise<void> {
  const { ledger, witnesses } = sealed;
  const before = await ledger.sealer.sealOnce(); // what the desk's own start says
  const notes = Array.from({ length: entriesCount - (before ?? 0) }, () => ({
    kind: noted,
    client: newId("client", ledger.time.now),
    details: { note: "x" },
  }));
  await Promise.all(notes.map((note) => ledger.appender.append(system, note, ledger.time.now)));
  await ledger.sealer.sealOnce();
  for (const witness of witnesses) await sealed.cosign(witness, 1);
}

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
      const asked = file.endsWith("log.txt") ? sealed.site : site;
      await holdTo(exchange, await asked.app.fetch(request, environment));
    });
  }
}
