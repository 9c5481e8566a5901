import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import type { Id } from "#platform";
import { sentTo } from "./outbox.ts";
import type { TestSite } from "./site.ts";
import { TestBrowser } from "./test-browser.ts";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** Somebody with a password and an authenticator app, and the browser in which the account was opened. */
export class PasswordClient {
  readonly site: TestSite;
  readonly email: string;
  readonly browser: TestBrowser;
  password = "correct horse battery staple";
  /** In base 32. */
  key = "";
  #client: Id<"client"> | undefined;

  private constructor(site: TestSite, email: string) {
    this.site = site;
    this.email = email;
    this.browser = new TestBrowser(site);
  }

  /** Opens an account for an address, without JavaScript; signed in afterwards. */
  static async open(site: TestSite, email: string): Promise<PasswordClient> {
    const opened = new PasswordClient(site, email);
    const { browser } = opened;
    const path = (await browser.askForAccount(email)).replace("/confirm/", "/password/");
    const setUp = await opened.setUp(path);
    const fields = { email, password: opened.password, code: opened.code(), ...setUp };
    const answered = await browser.post(path, fields);
    assert.equal(answered.status, 303, await answered.clone().text());
    opened.#client = browser.client;
    return opened;
  }

  get client(): Id<"client"> {
    assert.ok(this.#client);
    return this.#client;
  }

  /** Reads a page that sets up an authenticator, and takes its key into the app. @returns the hidden fields */
  async setUp(path: string, browser = this.browser): Promise<{ factor: string; sealed: string }> {
    const page = await browser.get(path);
    const html = await page.text();
    assert.equal(page.status, 200, html);
    const read = (pattern: RegExp) => pattern.exec(html)?.[1] ?? assert.fail(`no ${pattern}`);
    this.key = read(/<samp class="key"[^>]*>([A-Z2-7 ]+)</).replaceAll(" ", "");
    return {
      factor: read(/name="factor" value="([^"]+)"/),
      sealed: read(/name="sealed" value="([^"]+)"/),
    };
  }

  /** What the app shows: at the site's time, or some steps away (RFC 6238, written down independently). */
  code(stepsAway = 0): string {
    const step = Math.floor(this.site.time.now.getTime() / 30_000) + stepsAway;
    const counter = Buffer.alloc(8);
    counter.writeBigUInt64BE(BigInt(step));
    const mac = createHmac("sha1", fromBase32(this.key)).update(counter).digest();
    const at = (mac.at(-1) ?? 0) & 15;
    return ((mac.readUInt32BE(at) & 0x7fff_ffff) % 1_000_000).toString().padStart(6, "0");
  }

  /** Time goes on, so that the app shows another code. */
  nextCode(): string {
    this.site.time.now = new Date(this.site.time.now.getTime() + 60_000);
    return this.code();
  }

  /** The first step of signing in, which leads to the second. */
  async typePassword(browser: TestBrowser): Promise<void> {
    const answered = await browser.post("/sign-in/password", {
      email: this.email,
      password: this.password,
    });
    assert.equal(answered.status, 303, await answered.clone().text());
  }

  /** Both steps. @returns the answer to the second */
  async signIn(browser: TestBrowser): Promise<Response> {
    await this.typePassword(browser);
    return await browser.post("/sign-in/code", { code: this.nextCode() });
  }

  /** The path that the newest message of a template leads to, by one of its links. */
  async link(template: string, name = "confirm"): Promise<string> {
    await this.site.accounts.underWay.settled();
    const messages = await sentTo(this.site, this.client);
    const token = messages.findLast((sent) => sent.template === template)?.tokens[name];
    assert.ok(token, `no ${template} with ${name}`);
    const led = await new TestBrowser(this.site).get(`/links/${token}`);
    const path = led.headers.get("location");
    assert.ok(path, await led.text());
    return path;
  }

  async templates(): Promise<(string | undefined)[]> {
    await this.site.accounts.underWay.settled();
    return (await sentTo(this.site, this.client)).map(({ template }) => template);
  }
}

function fromBase32(text: string): Buffer {
  const bits = [...text].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, "0"));
  const bytes = bits.join("").match(/.{8}/g) ?? [];
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)));
}
