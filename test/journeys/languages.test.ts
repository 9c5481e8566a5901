import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { englishPseudo } from "#platform";
import { openSealedSite, openTestSite, type TestSite } from "#test";

/*
 * The pseudo-language puts marks around every message of the catalogue. What a page shows without marks is either
 * data (an article, the policy, a contact, what was typed), which says its own language or stands in samp, pre
 * or textarea, or it is a string that nobody could translate.
 */
let site: TestSite;
before(async () => {
  site = await openTestSite({}, englishPseudo);
});
after(() => site[Symbol.asyncDispose]());

const pages = [
  "/",
  "/check",
  "/contacts",
  "/help",
  "/help/gave-a-code",
  "/help/search?q=code",
  "/help/search?q=zzz",
  "/phone",
  "/log",
  "/log/verify",
  "/nothing",
];
const typed = [
  "+1 202 555 0100",
  "larkmoor-login.pages.dev",
  "https://larkmoor.example",
  "call +1 202 555 0187 or larkmoor.example",
  " ",
  "\u0000",
];

test("every string of every page comes from the catalogue, and its direction from the language", async () => {
  for (const path of pages) check(path, await (await site.get(path)).text());
  for (const contact of typed)
    check(contact, await (await site.post("/check", { contact })).text());
});

test("so does every string about a log with witnesses, whether it is well or not", async () => {
  await using sealed = await openSealedSite(englishPseudo);
  const [auditor, regulator] = sealed.witnesses;
  await sealed.note("x", 60);
  await sealed.cosign(auditor, 5);
  await sealed.cosign(regulator, 5);
  const look = async (what: string) => check(what, await (await sealed.site.get("/log")).text());
  await look("a log that is well");
  await sealed.note("x", 60);
  await sealed.cosign(auditor, 7_200);
  await look("a witness that is gone, and a sealer");
  const { database } = sealed.site.opened;
  const soon = new Date(sealed.site.time.now.getTime() + 5_000);
  await database.query(
    "select ledger.hold_lease(holder, $1, $1, 'out of order') from ledger.lease",
    [soon],
  );
  await look("a sealer that says what is wrong");
  for (const findings of [0, 1]) {
    await database.query(
      `insert into ledger.verifications values (true, $1, $1, 2, 2, 2, $2, '[]')
       on conflict (only_row) do update set findings = excluded.findings`,
      [sealed.site.time.now, findings],
    );
    await look(`a verification that found ${findings}`);
  }
  check("a policy to check with", await (await sealed.site.get("/log/verify")).text());
});

function check(page: string, html: string): void {
  assert.match(html, /<html lang="en-XA" dir="rtl">/);
  assert.deepEqual(untranslated(html), [], page);
}

const country = new Intl.DisplayNames(["en"], { type: "region" }).of("US") ?? "";
const data = new Set(["samp", "pre", "textarea", "title", "style"]);
const empty = new Set(["meta", "link", "input", "path", "br", "hr", "img"]);

function untranslated(html: string): string[] {
  const found: string[] = [];
  const open: { name: string; isData: boolean }[] = [];
  let depthOfMarks = 0;
  for (const [token] of html.matchAll(/<[^>]+>|[^<]+/g)) {
    if (token.startsWith("<!")) continue;
    const name = /^<\/?([a-z0-9]+)/.exec(token)?.[1];
    if (name === undefined) {
      const isOwn = open.at(-1)?.isData ?? false;
      const outside = token.replace(/⟦[^⟦⟧]*⟧/g, "");
      const before = depthOfMarks;
      depthOfMarks += (outside.match(/⟦/g)?.length ?? 0) - (outside.match(/⟧/g)?.length ?? 0);
      const bare = outside.replace(/⟦.*$/s, "").replace(/^.*⟧/s, "");
      if (
        !isOwn &&
        before === 0 &&
        /\p{L}{2}/u.test(bare.replaceAll(/&[a-z#0-9]+;/g, "").replace(country, ""))
      )
        found.push(bare.trim());
    } else if (token.startsWith("</")) open.pop();
    else {
      const label = /(?:aria-label|placeholder|alt)="([^"]*)"/.exec(token)?.[1];
      if (label !== undefined && !label.includes("⟦")) found.push(token);
      const isData =
        data.has(name) || / lang="(?!en-XA)/.test(token) || (open.at(-1)?.isData ?? false);
      if (!empty.has(name)) open.push({ name, isData });
    }
  }
  return found;
}
