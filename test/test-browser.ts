import assert from "node:assert/strict";
import { type Id, isId } from "#platform";
import type { TestAuthenticator, Twist } from "./authenticator.ts";
import type { TestSite } from "./site.ts";

/** A browser of somebody's own: it keeps cookies, and asks authenticators as the pages' script does. */
export class TestBrowser {
  readonly cookies = new Map<string, string>();
  readonly #site: TestSite;
  readonly #userAgent: string;

  constructor(site: TestSite, userAgent = firefox) {
    this.#site = site;
    this.#userAgent = userAgent;
  }

  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  /** Who is signed in here, as the cookie says it. */
  get client(): Id<"client"> | undefined {
    const [id = ""] = (this.cookies.get("session") ?? "").split(".");
    return isId("client", id) ? id : undefined;
  }

  async get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.#keep(await this.#site.get(path, { ...this.#headers(), ...headers }));
  }

  async post(
    path: string,
    fields: Record<string, string> = {},
    headers: Record<string, string> = {},
  ): Promise<Response> {
    return this.#keep(await this.#site.post(path, fields, { ...this.#headers(), ...headers }));
  }

  /** What the page's script is told to ask. */
  // biome-ignore lint/suspicious/noExplicitAny: options to make a passkey, or to sign with one
  async options(action: string): Promise<any> {
    const headers = { accept: "application/json", "content-type": "application/json" };
    const answered = await this.post(`${action}/options`, {}, headers);
    assert.equal(answered.status, 200, await answered.clone().text());
    return await answered.json();
  }

  /** Opens an account for an address, with a passkey; signed in afterwards. */
  async signUp(email: string, authenticator: TestAuthenticator): Promise<Id<"client">> {
    const path = await this.askForAccount(email);
    const answer = authenticator.register(await this.options(path));
    const opened = await this.post(path, { answer: JSON.stringify(answer), name: "My phone" });
    assert.equal(opened.status, 303, await opened.text());
    assert.ok(this.client);
    return this.client;
  }

  /** Asks for an account, and follows the link in the mail. @returns the path of its page */
  async askForAccount(email: string): Promise<string> {
    const asked = await this.post("/sign-up", { email });
    assert.equal(asked.headers.get("location"), "/sign-up/sent");
    await this.#site.accounts.underWay.settled();
    const led = await this.get(`/links/${await newestLink(this.#site)}`);
    const path = led.headers.get("location") ?? "";
    assert.match(path, /^\/sign-up\/confirm\//);
    return path;
  }

  async signIn(authenticator: TestAuthenticator, back = "", twist?: Twist): Promise<Response> {
    return await this.prove("/sign-in/passkey", authenticator, back, twist);
  }

  async stepUp(authenticator: TestAuthenticator, back = "", twist?: Twist): Promise<Response> {
    return await this.prove("/step-up/passkey", authenticator, back, twist);
  }

  async prove(
    action: string,
    authenticator: TestAuthenticator,
    back = "",
    twist: Twist = {},
  ): Promise<Response> {
    const answer = authenticator.authenticate(await this.options(action), twist);
    return await this.post(action, { answer: JSON.stringify(answer), back });
  }

  async addPasskey(authenticator: TestAuthenticator, name = "", twist: Twist = {}) {
    const action = "/account/passkeys";
    const answer = authenticator.register(await this.options(action), twist);
    return await this.post(action, { answer: JSON.stringify(answer), name });
  }

  #headers(): Record<string, string> {
    return { cookie: this.cookie, "user-agent": this.#userAgent };
  }

  #keep(response: Response): Response {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const at = pair.indexOf("=");
      const isOver = /max-age=0/i.test(line);
      if (isOver) this.cookies.delete(pair.slice(0, at));
      else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  }
}

const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";

/** The token of the link in the mail that was sent last, whoever it went to. */
async function newestLink(site: TestSite): Promise<string> {
  const { rows } = await site.opened.database.query<{ links: Record<string, Id<"link">> }>(
    "select links from outbox.messages order by registered_at desc, id desc limit 1",
  );
  const [link] = Object.values(rows[0]?.links ?? {});
  assert.ok(link, "the last mail has no link");
  return site.outbox.linkTokens.tokenFor(link);
}
