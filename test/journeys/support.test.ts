import assert from "node:assert/strict";
import { test } from "node:test";
import { clientsShown } from "#ledger";
import { idFrom, system, transaction, uuidOf } from "#platform";
import { openTestSite, openTestStaff, sentTo, TestAuthenticator, TestBrowser } from "#test";
import { clientErasing } from "../../src/client-erasers.ts";

const phrase = "legal winner thank year wave sausage worth useful legal winner thank yellow";
const always = ["00:00", "00:00"] as [string, string];

test("a client asks for help and nearly gives everything away; nobody who answers could have taken it", async () => {
  await using site = await openTestSite();
  const { database } = site.opened;
  const agent = await openTestStaff(site, { name: "Ida Berg", shift: { friday: always } });
  const staff = { cookie: agent.cookie };
  const ada = new TestBrowser(site);
  const client = await ada.signUp("ada@larkmoor.example", new TestAuthenticator());

  // She asks, and types her recovery words, which are gone before anything is kept.
  const text = `I can't get in. My recovery words are ${phrase}`;
  const asked = await ada.post("/account/tickets", { topic: "sign_in", name: "Ada", text });
  const place = asked.headers.get("location") ?? "";
  assert.match(await (await ada.get(place)).text(), /Make a new wallet and move your funds/);
  const [path = ""] = /\/tickets\/\w+/.exec(place) ?? [];

  // The desk drew who answers. That person sees the name that she chose, her account id, and no more of her.
  const desk = await (await site.get(`/staff${path}`, staff)).text();
  assert.match(desk, /I can&#39;t get in\. My recovery words are \[seed phrase removed\]/);
  for (const datum of ["sausage", "ada@larkmoor.example", client]) assert.ok(!desk.includes(datum));

  // What asks her for a code goes nowhere; what helps her does, and the mail about it says no word of it.
  const answer = (words: string) =>
    site.post(`/staff${path}/messages`, { text: words, kind: "answer" }, staff);
  assert.equal((await answer("Please read me the six digit code of your app.")).status, 400);
  const help = "Open the sign-in page yourself and choose “Can’t sign in?”.";
  assert.equal((await answer(help)).status, 303);
  const page = await (await ada.get(`/account${path}`)).text();
  assert.ok(page.includes(help), page);
  assert.ok(!page.includes("six digit"));
  const notice = (await sentTo(site, client)).at(-1);
  assert.equal(notice?.subject, "Support answered you");
  assert.ok(!notice.text.includes("sign-in page"));

  // Each look was an event before it was a look, hers too.
  const { rows } = await database.query<{ actor_kind: string; actor: string }>(
    "select actor_kind, actor from ledger.events where client = $1 and kind = 'tickets.read' order by client_seq",
    [uuidOf(client)],
  );
  assert.deepEqual(
    rows.map(({ actor_kind: kind, actor }) => [kind, kind === "staff" && idFrom("staff", actor)]),
    [
      ["client", false],
      ["staff", agent.staff],
    ],
  );

  // Nobody was shown a value of hers, should one ever leak.
  const span = { from: new Date(0), to: new Date(site.time.now.getTime() + 1) };
  assert.equal((await clientsShown(database, span)).size, 0);

  // Whoever leaves loses the ticket at once; who is erased takes everything along.
  await site.accounts.leaving.leave(agent.staff, system, site.time.now);
  assert.equal((await site.get(`/staff${path}`, staff)).status, 303);
  await transaction(database, async (joined) => {
    for (const erase of clientErasing.clientErasers) await erase(joined, client);
  });
  assert.equal((await ada.get(`/account${path}`)).status, 303, "nobody is signed in");
  const { rowCount } = await database.query("select from tickets.messages");
  assert.equal(rowCount, 0);
});
