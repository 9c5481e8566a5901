import assert from "node:assert/strict";
import { listen, newId, transaction, uuidOf } from "#platform";
import { openSealedSite, openTestClient, openTestSite, sentTo, type TestSite } from "#test";
import { type Browser, launchBrowser } from "./browser.ts";

const entriesCount = 9;

export type InBrowser = { browser: Browser; site: TestSite; url: string };

/** A site on a port of its own, and a browser to open it in; `stopping` closes both, the browser with all its pages first. */
export async function openSiteInBrowser(stopping: AsyncDisposableStack): Promise<InBrowser> {
  const site = stopping.use(await openTestSite());
  const { url, stop } = await listen(site.app, "127.0.0.1", 0);
  stopping.defer(stop);
  stopping.defer(async () => site.calls.live.stop());
  const browser = await launchBrowser();
  stopping.defer(() => browser.close());
  return { browser, site, url };
}

/** The whole site on a port of its own, for a real browser. In its log one witness is quick and another often away. */
export async function serveTestSite() {
  const sealed = await openSealedSite();
  const [quick, away] = sealed.witnesses;
  for (let count = 0; count < entriesCount; count++) {
    await sealed.note(`entry ${count}`, 60);
    await sealed.cosign(quick, count);
    if (count % 3 === 0) await sealed.cosign(away, 40);
  }
  const { site } = sealed;
  const listening = await listen(site.app, "127.0.0.1", 0);
  return {
    url: listening.url,
    site,
    sealed,
    [Symbol.asyncDispose]: async () => {
      await listening.stop();
      await sealed[Symbol.asyncDispose]();
    },
  };
}

/** Every kind of public page: a path, or what is typed into the checker. */
export const publicPages: readonly (string | { typed: string })[] = [
  "/",
  "/check",
  "/contacts",
  "/help",
  "/help/gave-a-code",
  "/help/never-ask-list",
  "/help/gave-a-code?voted=yes",
  "/help/search?q=somebdy+called+me",
  "/help/search?q=zzzqqq",
  "/phone",
  "/call",
  "/report",
  "/report/approach",
  "/log",
  "/log/verify",
  "/sent",
  "/nothing-here",
  { typed: "+1 202 555 0100" },
  { typed: "larkmoor-login.pages.dev" },
  { typed: "https://larkmoor.example/" },
  { typed: "noreply@larkmoor.example" },
  {
    typed:
      "Your account is locked. Ring +1 202 555 0187 or open https://larkrnoor.example.net/unlock",
  },
  { typed: " " },
];

/** Sends a client messages, with and without links, and has them in the developer's mailbox. @returns the pages of them */
export async function openMessagePages(site: TestSite) {
  const { database } = site.opened;
  const { client, cookie } = await openTestClient(site);
  const to = { is: "client" as const, id: client, language: "en" };
  const when = site.time.now;
  const values = { when, device: "Firefox on Android" };
  const links = { not_me: newId("link", when) };
  await transaction(database, async (joining) => {
    const send = (message: Parameters<typeof site.outbox.send>[1]) =>
      site.outbox.send(to, message, when, joining);
    await send({ template: "welcome", values: { when } });
    await send({ template: "passkey_added", values, links });
  });
  const [plain, linked] = await sentTo(site, client);
  assert.ok(plain && linked);
  for (const { id, subject, text } of [plain, linked]) {
    await database.query(
      `insert into outbox.dev_mailbox (message, sent_to, subject, body, sent_at)
       values ($1, 'ada.with.quite.a.long.address@clients.larkmoor.example', $2, $3, $4)`,
      [uuidOf(id), subject, text, when],
    );
  }
  await site.outbox.reader.markRead(to, plain.id, when);
  const pages = [
    ...["/inbox", `/inbox/${plain.id}`, `/inbox/${linked.id}`, "/sent", "/dev/mailbox"],
    ...[{ asked: linked.code }, { asked: linked.text }, { asked: `${linked.text}!` }],
    ...[{ asked: "ABCD-EFGH" }, { asked: " " }],
  ];
  return { cookie, pages };
}
