import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { openSealedSite, openTestClient, openTestStaff } from "#test";
import { run } from "../desk.ts";

/*
 * Somebody is rung up by "support" and tells us. An analyst says that the site is a fake: everybody is warned of it, and
 * its host is given a pack that proves when it was reported, and says nothing of who did.
 */
const sealed = await openSealedSite();
const { site } = sealed;
const directory = await mkdtemp(join(tmpdir(), "holdfast-report-"));
after(async () => {
  await sealed[Symbol.asyncDispose]();
  await rm(directory, { recursive: true });
});

test("a report becomes a warning for everybody, and a pack that its host can check alone", async () => {
  const victim = await openTestClient(site);
  const analyst = { cookie: (await openTestStaff(site, { roles: ["analyst"] })).cookie };
  const told = await site.post(
    "/report",
    {
      happened: "A man who said he is from your support rang me just now.",
      pasted: "Go to https://larkmoor-safe.top/verify and move your coins to the safe wallet.",
      claim: "us",
    },
    { cookie: victim.cookie },
  );
  const answer = await told.text();
  assert.match(answer, /This is what a scam looks like/);
  assert.match(answer, /larkmoor-safe\.top<\/samp>\s*Not ours\. It imitates us/);

  const indicator = { type: "domain", value: "larkmoor-safe.top" };
  const decision = { ...indicator, decision: "confirmed" };
  const confirmed = await site.post("/staff/indicators/decide", decision, analyst);
  assert.equal(confirmed.headers.get("location"), "/staff/indicators?done=confirmed");
  const checked = await site.post("/check", { contact: "http://www.larkmoor-safe.top" });
  assert.match(await checked.text(), /It was reported to us as a scam/);

  const [auditor, regulator] = sealed.witnesses;
  await sealed.note("something later", 1);
  await sealed.cosign(auditor, 2);
  await sealed.cosign(regulator, 3);
  const given = await site.post("/staff/indicators/pack", indicator, analyst);
  const text = await given.text();
  assert.ok(![victim.client, victim.publicId, victim.email].some((own) => text.includes(own)));
  const file = join(directory, "takedown.holdfast-proof.json");
  await writeFile(file, JSON.parse(text).proof.event_proof);
  const own = { LOG_POLICY: sealed.policyFile };
  const verified = await run(own, "verify-proof", file);
  assert.equal(verified.code, 0, verified.stderr);
  assert.match(verified.stdout, /tickets\.indicator_confirmed/);
});
