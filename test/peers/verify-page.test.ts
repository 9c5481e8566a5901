import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { printEventProof, provenEvent } from "#ledger";
import { listen } from "#platform";
import { openSealedSite, type SealedSite } from "#test";
import { parsePolicy } from "#tlog";
import { isTooWide, violations } from "./axe.ts";
import { type Browser, launchBrowser, noBrowser, type Page } from "./browser.ts";
import { missing, peerPackage } from "./parts.ts";

const axe = peerPackage("axe-core");

let browser: Browser;
let sealed: SealedSite;
let address: string;
let proof: Buffer;
const stopping = new AsyncDisposableStack();

before(async () => {
  if (noBrowser) return;
  browser = await launchBrowser();
  stopping.defer(() => browser.close());
  sealed = stopping.use(await openSealedSite());
  const listening = await listen(sealed.site.app, "127.0.0.1", 0);
  stopping.defer(() => listening.stop());
  address = `${listening.url}/log/verify`;
  proof = await makeProof();
});

after(() => stopping.disposeAsync());

async function makeProof(): Promise<Buffer> {
  await sealed.note("before", 1);
  const event = await sealed.note("what “was” done", 1);
  for (const witness of sealed.witnesses) await sealed.cosign(witness, 1);
  const policy = parsePolicy(await readFile(sealed.policyFile));
  const { database } = sealed.site.opened;
  const proving = await provenEvent(database, sealed.client, event, {
    policy,
    now: sealed.site.time.now,
    withActor: true,
  });
  assert.ok(proving?.is === "proven");
  return Buffer.from(printEventProof(proving.proof));
}

const fileOf = (buffer: Buffer) => ({
  name: "event.holdfast-proof.json",
  mimeType: "application/json",
  buffer,
});

async function inPage(
  work: (page: Page) => Promise<void>,
  options: Parameters<Browser["newContext"]>[0] = {},
): Promise<void> {
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    await page.goto(address);
    await work(page);
  } finally {
    await context.close();
  }
}

test("a browser without a connection checks a proof and says in words what it proves", {
  skip: noBrowser,
}, async () => {
  const context = await browser.newContext({});
  const page = await context.newPage();
  await page.goto(address);
  await context.setOffline(true);
  await page.setInputFiles("#file", fileOf(proof));
  await page.waitForSelector("#result .tone-good");
  const said = (await page.textContent("#result")) ?? "";
  for (const words of [
    "Proven: the log holds this entry",
    sealed.client,
    "what “was” done",
    "The desk itself: no person",
    "auditor at 2026-11-20 12:00:03 UTC; regulator at 2026-11-20 12:00:04 UTC",
    "number 2 of this client’s entries",
    "That this page is honest",
  ]) {
    assert.ok(said.includes(words), `${words} is missing in ${said}`);
  }
  assert.ok(!said.includes("browser can’t check"));
  await context.close();
});

test("a browser refuses a proof in which any byte was changed", { skip: noBrowser }, async () => {
  await inPage(async (page) => {
    const unexpected = await page.evaluate(changeEachByte, [...proof]);
    const signatures = proof.indexOf("\\n\\n—");
    assert.ok(signatures > 500);
    assert.deepEqual(
      unexpected.filter((place) => place < signatures),
      [],
    );
    // The log signed twice, and one of its signatures is enough: a line whose name was changed only isn't counted.
    const name = "— ledger.example/log ".length;
    assert.ok(unexpected.length < 4 * name, `${unexpected.length} changed bytes are accepted`);
  });
});

test("axe-core finds nothing in what the page answers, and nothing is too wide for a phone", {
  skip: noBrowser || missing({ "axe-core": axe }),
}, async () => {
  const options = { viewport: { width: 390, height: 844 }, bypassCSP: true };
  const changed = proof.toString().replace("email", "phone");
  await inPage(async (page) => {
    await page.evaluate(await readFile(axe ?? "", "utf8"));
    for (const [tone, said, ...parts] of [
      ["good", "the log holds this entry", proof],
      ["danger", "this file proves nothing", changed],
      ["good", "2 of 2 proofs are good", proof, "# a remark\n", proof],
      ["danger", "1 of 2 proofs are good", proof, changed],
    ] as const) {
      await page.setInputFiles("#file", fileOf(Buffer.from(parts.join(""))));
      await page.waitForSelector(`#result .tone-${tone} >> text=${said}`);
      assert.deepEqual(await page.evaluate(violations), []);
      assert.equal(await page.evaluate(isTooWide), false);
    }
  }, options);
});

test("a browser counts the keys that the reader puts in, and no others", {
  skip: noBrowser,
}, async () => {
  await using other = await openSealedSite();
  await inPage(async (page) => {
    await page.click("summary");
    await page.fill("#policy", await readFile(other.policyFile, "utf8"));
    await page.setInputFiles("#file", fileOf(proof));
    await page.waitForSelector("#result .tone-danger");
    const said = (await page.textContent("#result")) ?? "";
    assert.match(said, /Refused: this file proves nothing/);
    assert.match(said, /Those whose keys count have not signed/);
  });
});

test("without JavaScript the page names the command that does it", {
  skip: noBrowser,
}, async () => {
  await inPage(
    async (page) => {
      assert.match((await page.textContent("main")) ?? "", /holdfast verify-proof FILE/);
    },
    { javaScriptEnabled: false },
  );
});

/** Runs inside the page. @returns the places of the bytes that could be changed without being refused */
async function changeEachByte(bytes: number[]): Promise<number[]> {
  const input = document.querySelector<HTMLInputElement>("#file");
  const result = document.querySelector("#result");
  if (!input || !result) throw new Error("this is another page");
  const accepted: number[] = [];
  for (const [place, byte] of bytes.entries()) {
    const changed = Uint8Array.from(bytes).with(place, byte ^ (1 << (place % 7)));
    const chosen = new DataTransfer();
    chosen.items.add(new File([changed], "changed.json"));
    result.replaceChildren();
    input.files = chosen.files;
    const answered = new Promise((resolve) => {
      new MutationObserver(resolve).observe(result, { childList: true });
    });
    input.dispatchEvent(new Event("change"));
    await answered;
    if (result.querySelector(".tone-good")) accepted.push(place);
  }
  return accepted;
}
