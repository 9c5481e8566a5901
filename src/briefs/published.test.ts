import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, it } from "node:test";
import { english } from "#platform";
import { openSealedSite, openTestBriefs, openTestStaff, proveTestStaff, runCommand } from "#test";
import { verifyBriefCommand } from "./command/index.ts";
import { type Body, parseEdition } from "./edition/index.ts";
import { publicationApproval } from "./publishing/index.ts";

const example = (file: string) => new URL(`../../examples/${file}`, import.meta.url).pathname;

describe("a published brief", () => {
  let sealed: Awaited<ReturnType<typeof openSealedSite>>;
  let briefs: Awaited<ReturnType<typeof openTestBriefs>>;
  let asker: Awaited<ReturnType<typeof openTestStaff>>;
  let second: typeof asker;
  let kraken: string;
  let coinbase: string;

  before(async () => {
    sealed = await openSealedSite();
    const { site } = sealed;
    briefs = await openTestBriefs(site);
    asker = await openTestStaff(site, { roles: ["counsel"], team: "law", employer: "Larkmoor" });
    second = await openTestStaff(site, { roles: ["comms"], team: "press", employer: "Vendor" });
    kraken = await briefs.writeKraken();
    await publish(kraken);
  });

  after(async () => {
    await briefs[Symbol.asyncDispose]();
    await sealed[Symbol.asyncDispose]();
  });

  const publish = (brief: string, ...words: string[]) =>
    briefs.publish({ site: sealed.site, asker, second }, brief, ...words);

  async function text(path: string): Promise<string> {
    const answer = await sealed.site.get(path);
    assert.equal(answer.status, 200, path);
    return await answer.text();
  }

  it("is there in every format, small, without a program, and cached", async () => {
    const page = await text(`/briefs/${kraken}`);
    assert.ok(Buffer.byteLength(page) < 30_000, String(Buffer.byteLength(page)));
    assert.doesNotMatch(page.slice(page.indexOf("<main")), /<script/);
    assert.match(page, /id="claim-2"/);
    for (const ending of [".md", ".txt", ".json", ".jsonld", "/feed.atom", "/feed.json"]) {
      assert.match(await text(`/briefs/${kraken}${ending}`), /2,000/, ending);
    }
    const first = await sealed.site.get(`/briefs/${kraken}.json`);
    const again = await sealed.site.get(`/briefs/${kraken}.json`, {
      "if-none-match": first.headers.get("etag") ?? "",
    });
    assert.equal(again.status, 304);
    const changed = await text("/briefs?since=2020-01-01");
    assert.match(changed, /New\./);
    assert.match(changed, /One brief changed since 2020-01-01 00:00 UTC\./);
    assert.match(
      await text("/briefs?since=2100-01-01T10:30Z"),
      /Nothing changed since 2100-01-01 10:30 UTC\./,
    );
    for (const path of ["/briefs", "/briefs?since=2026-02-31"]) {
      assert.doesNotMatch(await text(path), /New\.|changed since \d/, path);
    }
  });

  it("is there in other languages, each sentence on the claims of its own", async () => {
    const page = await text(`/briefs/${kraken}/de`);
    assert.match(page, /<article class="stack" lang="de">/);
    const claim = `<a href="/briefs/${kraken}#claim-1">[1]</a>`;
    assert.ok(page.includes(`etwa 2.000 Konten möglicherweise eingesehen wurden. ${claim}`));
    assert.match(page, new RegExp(`href="/briefs/${kraken}/fr"[^>]*hreflang="fr"|hreflang="fr"`));
    assert.match(await text(`/briefs/${kraken}`), /hreflang="de"/);
    assert.match(await text(`/briefs/${kraken}/fr.md`), /environ 2 000 comptes/);
    assert.match(await text(`/briefs/${kraken}/de.txt`), /WAS DAS UNTERNEHMEN SAGT/);
    assert.equal((await sealed.site.get(`/briefs/${kraken}/es`)).status, 404);
    const changed = (await readFile(example("kraken/de.jsonl"), "utf8")).replace("2.000", "20.000");
    const refused = await briefs.do(
      "translate",
      kraken,
      "de",
      await briefs.file("de.jsonl", changed),
    );
    assert.equal(refused.code, 1);
    assert.match(JSON.stringify(refused.lines), /The numbers, with how exact they are/);
    const short = await briefs.file("short.jsonl", changed.split("\n")[0] ?? "");
    assert.match(
      JSON.stringify((await briefs.do("translate", kraken, "de", short)).lines),
      /missing/,
    );
  });

  it("shows who publishes it every translated sentence beside its own", async () => {
    const { site } = sealed;
    const [line] = await briefs.all("publish", kraken, "--reason", "A translation is read again.");
    const { cookie } = asker;
    const pages = [`/staff/briefs/editions/${line.edition}`, `/staff/briefs/${kraken}/edition`];
    for (const path of pages) {
      const page = await (await site.get(path, { cookie })).text();
      for (const language of ["de", "fr"]) {
        const lines = (await readFile(example(`kraken/${language}.jsonl`), "utf8")).trim();
        for (const { text: words, question } of lines.split("\n").map((one) => JSON.parse(one))) {
          assert.ok(page.includes(`<td lang="${language}">${words}</td>`), `${path} ${words}`);
          assert.ok(!question || page.includes(`<td lang="${language}">${question}</td>`));
        }
      }
      assert.match(
        page,
        /<td lang="en">Was I told\?<\/td><td lang="de">Wurde ich informiert\?<\/td>/,
      );
    }
    const { describe: describeAsk } = publicationApproval(briefs);
    const { facts, more } = await describeAsk(
      english,
      { subject: line.edition } as Parameters<typeof describeAsk>[1],
      second.staff,
    );
    assert.ok(facts.some(({ label }) => label === "Headline (de)"));
    assert.equal(more?.label, "Read all of it, with its translations");
  });

  it("proves by its hash that nobody changed it, and names what somebody did", async () => {
    await sealed.note("later", 60);
    for (const witness of sealed.witnesses) await sealed.cosign(witness, 1);
    const json = await text(`/briefs/${kraken}/editions/1.json`);
    const proof = await text(`/briefs/${kraken}/editions/1.proof`);
    const file = await briefs.file("edition.json", json);
    const beside = [
      "--proof",
      await briefs.file("proof.json", proof),
      "--policy",
      sealed.policyFile,
    ];
    const clock = () => sealed.site.time.now;
    const holds = await runCommand(verifyBriefCommand, [file, ...beside], { clock });
    assert.equal(holds.code, 0, holds.stdout);
    const earlier = await briefs.file("earlier.json", json);
    const other = await runCommand(verifyBriefCommand, [file, ...beside, "--earlier", earlier], {
      clock,
    });
    assert.match(other.stdout, /It follows on none, the earlier file is/);
    const german = await briefs.file("shown.md", await text(`/briefs/${kraken}/de.md`));
    const shown = await runCommand(verifyBriefCommand, [file, ...beside, "--shown", german], {
      clock,
    });
    assert.equal(shown.code, 0, shown.stdout);
    assert.match(
      shown.stdout,
      /^\+ What is shown is what this edition makes: Markdown, Deutsch\.$/m,
    );
    const english = await briefs.file("shown.txt", await text(`/briefs/${kraken}.txt`));
    const plain = [file, ...beside, "--shown", english];
    assert.match(
      (await runCommand(verifyBriefCommand, plain, { clock })).stdout,
      /: plain text, English\.$/m,
    );
    const altered = (await text(`/briefs/${kraken}.txt`)).replace("2,000", "200");
    const wrong = [file, ...beside, "--shown", await briefs.file("shown.txt", altered)];
    assert.match(
      (await runCommand(verifyBriefCommand, wrong, { clock })).stdout,
      /isn't what this edition makes/,
    );
    const address = ["https://larkmoor.example/briefs", ...beside];
    await assert.rejects(runCommand(verifyBriefCommand, address, { clock }), /fetches nothing/);
    const changed = await briefs.file(
      "changed.json",
      json.replace("about 2,000 clients", "about 20 clients"),
    );
    const silent = await runCommand(verifyBriefCommand, [changed, ...beside, "--kept", file], {
      clock,
    });
    assert.equal(silent.code, 1);
    assert.match(
      silent.stdout,
      /sections\.summary\.0\.text: was ".*about 2,000 clients.*is ".*about 20 clients/,
    );
  });

  it("keeps the sentences of one of two who save at once, and the other's on the page", async () => {
    const path = `/staff/briefs/${await briefs.begin("Two write at once")}/draft`;
    const save = (words: string) => {
      const typed = { "question-summary": "", "text-summary": words, "claims-summary": "1" };
      return sealed.site.post(path, { act: "save", draft: "0", ...typed }, asker);
    };
    const words = ["One of two wrote this.", "The other one wrote this."];
    const answers = await Promise.all(words.map(save));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 400]);
    const lost = answers.findIndex(({ status }) => status === 400);
    const page = (await answers[lost]?.text()) ?? "";
    assert.match(page, /Somebody saved sentences meanwhile/);
    assert.ok(page.includes(words[lost] ?? ""));
  });

  it("is asked for in a page that says why it can't be, and keeps what was typed", async () => {
    const { site } = sealed;
    const [line] = await briefs.all(
      "publish",
      kraken,
      "--reason",
      "The number of clients is known.",
    );
    const proven = await proveTestStaff(site, second);
    const reason = "It is ready for its readers.";
    const path = `/staff/briefs/editions/${line.edition}/ask`;
    const refused = await site.post(path, { reason }, proven);
    assert.equal(refused.status, 400);
    const page = await refused.text();
    // Of who has the role comms, one asks, and the other prepared it.
    assert.match(page, /nobody of another team and another employer has the role comms/);
    assert.ok(page.includes(`value="${reason}"`));
  });

  it("corrects what was told: Coinbase, from under 1 % to 69,461, in two editions", async () => {
    coinbase = await briefs.begin("Coinbase is extorted");
    await briefs.all("import", coinbase, example("coinbase/sources.jsonl"));
    await briefs.all("claims", coinbase, "--add", example("coinbase/claims.jsonl"));
    const lines = (await readFile(example("coinbase/decisions.jsonl"), "utf8")).trim().split("\n");
    const decisions = lines.map((line) => JSON.parse(line));
    const shown = (claim: number) => ({ claim, is: "public", reason: "The brief tells it." });
    const decide = async (...given: object[]) => {
      const { code, lines: said } = await briefs.give("claims", coinbase, "--decide", ...given);
      assert.equal(code, 0, JSON.stringify(said));
    };
    await decide(...decisions.slice(0, 2), shown(1), shown(2));
    await briefs.give("questions", coinbase, "--add", {
      ...{ text: "When did it begin?", slot: "occurred", subject: "contractor_leak" },
      asked_on: "2025-05",
    });
    const sentence = (section: string, words: string, ...claims: number[]) => ({
      ...{ section, text: words, claims },
    });
    const draft = async (figure: string, ...claims: number[]) => {
      const told = `The firm says that ${figure}.`;
      const { code, lines: said } = await briefs.give(
        "draft",
        coinbase,
        undefined,
        sentence("headline", `The firm says that ${figure}`, ...claims),
        sentence("summary", told, ...claims),
        sentence("firm_says", told, ...claims),
      );
      return { code, said };
    };
    const before = await draft("fewer than 97,000 users are concerned", 2);
    assert.equal(before.code, 0, JSON.stringify(before.said));
    await publish(coinbase);
    await decide(...decisions.slice(2, 4), shown(3));
    const old = await briefs.do("publish", coinbase, "--reason", "The exact number is known.");
    assert.ok(
      old.lines.some(({ code }) => code === "claim_status"),
      JSON.stringify(old.lines),
    );
    const now = await draft("69,461 users are concerned", 3);
    assert.ok(
      now.said.every(({ code }) => !code || code === "no_reason"),
      JSON.stringify(now.said),
    );
    await publish(coinbase, "--reason", "The firm told the exact number.");
    const second = await bodyOf(`/briefs/${coinbase}.json`);
    assert.ok(second.is === "edition");
    assert.deepEqual(second.corrections, [
      {
        ...{ edition: 2, claim: 2, because: "superseded", was: "fewer than 97,000 clients" },
        ...{ now: "69,461 clients", into: 3 },
        ...{ slot: "affected_count", subject: "contractor_leak" },
      },
    ]);
    assert.equal(second.changes.filter(({ is }) => is === "removed").length, 3);
    const first = await bodyOf(`/briefs/${coinbase}/editions/1.json`);
    assert.equal(first.number, 1);
    assert.match(await text("/briefs?since=2020-01-01"), /1 correction/);
    for (const path of [`/briefs/${coinbase}.jsonld`, `/briefs/${coinbase}/feed.atom`]) {
      assert.match(await text(path), /claim 2, affected count \(contractor leak\): was “fewer/);
    }
    await assert.rejects(
      briefs.database.query("update briefs.prepared_editions set body = ''"),
      /permission denied/,
    );
  });

  it("says that a language is lost when the draft was written anew, and what changed in one", async () => {
    const because = ["--reason", "The sentences were written anew."];
    await briefs.all("draft", kraken, example("kraken/edition.jsonl"), ...because);
    const [line] = await briefs.all("publish", kraken, ...because);
    assert.deepEqual(line.translations_lost, ["de", "fr"]);
    const page = await sealed.site.get(`/staff/briefs/editions/${line.edition}`, asker);
    const shown = await page.text();
    assert.match(shown, /The last edition was in Deutsch, Français too, and this one isn’t/);
    assert.match(shown, /translation \(de\), removed: Kraken sagt/);
    const german = await readFile(example("kraken/de.jsonl"), "utf8");
    const other = german.replace("durch einen Hinweis davon", "davon durch einen Hinweis");
    await briefs.all("translate", kraken, "de", await briefs.file("de.jsonl", other));
    const [again] = await briefs.all("publish", kraken, ...because);
    assert.deepEqual(again.translations_lost, ["fr"]);
    const next = await sealed.site.get(`/staff/briefs/editions/${again.edition}`, asker);
    assert.match(
      await next.text(),
      /\(de\), added: Kraken sagt, dass es davon durch einen Hinweis/,
    );
  });

  it("takes a reader's dispute as a question, and publishes nothing of it", async () => {
    const words = "My address is reader@larkmoor.example and my password is hunter2-Blue";
    const { site } = sealed;
    const disputed = await site.post(`/briefs/${kraken}/disputes`, { claim: "2", words });
    assert.equal(disputed.status, 303);
    const wrong = await site.post(`/briefs/${kraken}/disputes`, { claim: "5", words });
    assert.equal(wrong.status, 400);
    const page = await wrong.text();
    assert.match(page, /There is no claim 5 in this brief\. Take one of the numbers/);
    assert.ok(page.includes(words) && page.includes('value="5"'));
    const empty = await site.post(`/briefs/${kraken}/disputes`, { claim: "", words });
    assert.ok((await empty.text()).includes(words));
    const kept = (await briefs.run("disputes", kraken)).stdout;
    assert.match(kept, /My address is/);
    assert.doesNotMatch(kept, /reader@|hunter2/);
    const asked = (await briefs.run("questions", kraken)).stdout;
    assert.match(asked, /Is claim 2 right\? A reader disputes it\./);
    const draft = await briefs.run("render", kraken, "--draft", "--format", "text");
    assert.doesNotMatch(draft.stdout, /A reader disputes/);
  });

  it("takes ten disputes an hour from one address, and says to the next when there is room again", async () => {
    const { site } = sealed;
    site.time.now = new Date(site.time.now.getTime() + 2 * 3_600_000);
    const dispute = () =>
      site.post(`/briefs/${kraken}/disputes`, { claim: "2", words: "It was another number." });
    const kept = async () => (await briefs.run("disputes", kraken)).stdout.split("\n").length;
    const before = await kept();
    for (let nth = 1; nth <= 10; nth++) assert.equal((await dispute()).status, 303);
    const refused = await dispute();
    assert.equal(refused.status, 429);
    assert.match(refused.headers.get("retry-after") ?? "", /^[1-9]\d*$/);
    assert.equal(await kept(), before + 10);
    site.time.now = new Date(site.time.now.getTime() + 3_600_000);
    assert.equal((await dispute()).status, 303);
  });

  it("is withdrawn with a note of why, and nothing else of it is shown", async () => {
    await publish(coinbase, "--withdraw", "Its sources can't be shown any more.");
    const page = await sealed.site.get(`/briefs/${coinbase}`);
    assert.equal(page.status, 410);
    assert.match(await page.text(), /sources can.{1,5}t be shown any more/);
    const about = /Withdrawn: the brief on Kraken \(contractor leak\)/;
    for (const path of ["/briefs", `/briefs/${coinbase}/feed.atom`]) {
      assert.match(await text(path), about, path);
    }
    const first = await sealed.site.get(`/briefs/${coinbase}/editions/1.json`);
    assert.equal(first.status, 410);
    assert.doesNotMatch(await first.text(), /97,000/);
  });

  async function bodyOf(path: string): Promise<Body> {
    return parseEdition(Buffer.from(await text(path)));
  }
});
